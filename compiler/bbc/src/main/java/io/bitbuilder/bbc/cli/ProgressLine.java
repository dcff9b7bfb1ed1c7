package io.bitbuilder.bbc.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Line with the time that a run has taken so far, on a terminal only; it gives way to all other output. */
final class ProgressLine implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final String CLEAR = "\r\033[K";

    private final Console console;
    private final PrintStream terminal;
    private final Thread clock;
    private boolean shown;
    private boolean ended;

    private ProgressLine(Console console, Duration quiet, Duration step) {
        this.terminal = console.err();
        this.console = console.terminal() ? wrapped(console) : console;
        this.clock = Thread.ofPlatform().daemon().unstarted(() -> run(quiet, step));
    }

    /** Starts the line; without a terminal there is none. */
    static ProgressLine start(Console console) {
        return start(console, QUIET, STEP);
    }

    static ProgressLine start(Console console, Duration quiet, Duration step) {
        ProgressLine line = new ProgressLine(console, quiet, step);
        if (console.terminal()) {
            line.clock.start();
        }
        return line;
    }

    /** Returns the console of the run, whose first output ends the line. */
    Console console() {
        return console;
    }

    @Override
    public void close() {
        end();
    }

    private Console wrapped(Console c) {
        return new Console(c.in(), ending(c.out()), ending(c.err()), c.terminal(), c.colour(), c.folder());
    }

    private PrintStream ending(PrintStream stream) {
        OutputStream out = new FilterOutputStream(stream) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                end();
                out.write(bytes, offset, length);
                if (stream.checkError()) {
                    throw new IOException("closed");
                }
            }
        };
        return new PrintStream(out, false, StandardCharsets.UTF_8);
    }

    private void run(Duration quiet, Duration step) {
        long start = System.nanoTime();
        try {
            Thread.sleep(quiet);
            while (show(Duration.ofNanos(System.nanoTime() - start).toSeconds())) {
                Thread.sleep(step);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean show(long seconds) {
        if (!ended) {
            shown = true;
            terminal.print("\rbbc: working, " + seconds + " s");
            terminal.flush();
        }
        return !ended;
    }

    private synchronized void end() {
        if (shown && !ended) {
            terminal.print(CLEAR);
            terminal.flush();
        }
        ended = true;
    }
}
