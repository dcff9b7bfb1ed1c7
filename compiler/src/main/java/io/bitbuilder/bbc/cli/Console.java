package io.bitbuilder.bbc.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where a run speaks and where it stands: results go to {@code out}, findings and progress to {@code err}.
 *
 * @param terminal whether stderr is a terminal
 * @param colour whether escape sequences may be printed
 * @param folder what relative paths of arguments start from
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, boolean colour, Path folder) {
    /** The process's own streams; the launcher says by a property whether stderr is a terminal. */
    static Console ofProcess() {
        boolean terminal = Boolean.getBoolean("bbc.terminal");
        boolean colour = terminal && Environment.allowsColour();
        return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), terminal, colour, Path.of(""));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Pushes out what is buffered; true when everything could be written. */
    boolean flush() {
        out.flush();
        err.flush();
        return !out.checkError() && !err.checkError();
    }
}
