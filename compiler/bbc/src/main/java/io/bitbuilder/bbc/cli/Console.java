package io.bitbuilder.bbc.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Streams and current folder of a run: results go to {@code out}, findings and progress to {@code err}.
 *
 * @param terminal whether stderr is a terminal
 * @param colour whether escape sequences may be printed
 * @param folder base of relative paths in arguments, absolute
 */
public record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal, boolean colour, Path folder) {
    /** Makes the folder absolute: an empty path has no parent, and no absolute path starts with it. */
    public Console {
        folder = folder.toAbsolutePath();
    }

    /** Makes a console without input. */
    public Console(PrintStream out, PrintStream err, boolean terminal, boolean colour, Path folder) {
        this(InputStream.nullInputStream(), out, err, terminal, colour, folder);
    }

    /** Returns the streams of the process; the launcher sets a property if stderr is a terminal. */
    static Console ofProcess() {
        boolean terminal = Boolean.getBoolean("bbc.terminal");
        boolean colour = terminal && Environment.allowsColour();
        return new Console(
                System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), terminal, colour, Path.of(""));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Flushes both streams; returns whether everything was written. */
    boolean flush() {
        out.flush();
        err.flush();
        return !out.checkError() && !err.checkError();
    }
}
