package io.bitbuilder.systemd.object;

import java.util.OptionalInt;

/** Permissions of files. */
@FunctionalInterface
public interface FileModes {
    /** Knows none, as for files that are not on a disk. */
    FileModes UNKNOWN = path -> OptionalInt.empty();

    /** Returns the permission bits of a regular file, such as 0644 in octal; empty for links and unknown files. */
    OptionalInt of(String path);
}
