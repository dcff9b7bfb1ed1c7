package io.bitbuilder.core.fault;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Reason of a failed access in words, with the name of the file that failed and never that of a Java class. */
final class IoReason {
    private IoReason() {}

    static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case NoSuchFileException missing -> "no such file or folder: " + missing.getFile();
            case FileSystemException failed
            when failed.getReason() != null -> failed.getFile() + ": " + failed.getReason();
            case FileSystemException failed -> "no access to " + failed.getFile();
            default -> e.getMessage() == null ? "input or output error" : e.getMessage();
        };
    }
}
