package io.bitbuilder.bbc.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The program within this process. */
final class Bbc {
    /** Exit code and output. */
    record Run(int code, String out, String err) {}

    private Bbc() {}

    /** Runs a command in a folder. */
    static Run in(Path folder, String... words) {
        return typed(folder, "", words);
    }

    /** Runs a command in a folder, with that standard input. */
    static Run typed(Path folder, String input, String... words) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(words, new Console(in, stream(out), stream(err), false, false, folder));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
