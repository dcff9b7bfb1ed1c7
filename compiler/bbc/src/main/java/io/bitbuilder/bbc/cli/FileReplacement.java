package io.bitbuilder.bbc.cli;

import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.fault.MovedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;

/**
 * New content of a source file on disk.
 *
 * @param base the root of the sources
 * @param path the file below it, with {@code /}
 * @param before the content that was read
 * @param after the content to write
 */
record FileReplacement(Path base, String path, byte[] before, byte[] after) {
    /**
     * Replaces the file in one step and keeps its owner, group and permissions.
     *
     * @param shown the path in messages
     * @throws MovedFault if the file is not the one that was read, or not below the root without links
     */
    void write(String shown) {
        Path file = base.resolve(path);
        try {
            Path folder = file.toAbsolutePath().getParent();
            boolean direct =
                    folder.toRealPath().equals(base.toRealPath().resolve(path).getParent())
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            if (!direct || !Arrays.equals(Files.readAllBytes(file), before)) {
                throw new MovedFault("`" + shown + "` changed meanwhile; nothing more was written");
            }
            Path next = Files.createTempFile(folder, ".bbc-", ".tmp");
            try {
                Files.write(next, after, StandardOpenOption.SYNC);
                keepAttributes(file, next);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new EnvironmentFault("cannot write `" + shown + "`: " + e.getMessage(), e);
        }
    }

    /** Root that formats a tenant's file must not take it from its owner. */
    private static void keepAttributes(Path file, Path next) throws IOException {
        PosixFileAttributes had = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes has = Files.readAttributes(next, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributeView view = Files.getFileAttributeView(next, PosixFileAttributeView.class);
        if (!had.group().equals(has.group())) {
            view.setGroup(had.group());
        }
        if (!had.owner().equals(has.owner())) {
            view.setOwner(had.owner());
        }
        view.setPermissions(had.permissions());
    }
}
