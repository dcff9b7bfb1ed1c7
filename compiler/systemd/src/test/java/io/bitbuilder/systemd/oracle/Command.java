package io.bitbuilder.systemd.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program to run to its end: no input, output and errors in one text.
 *
 * @param words program and arguments
 * @param env variables on top of the environment of this process
 * @param timeout after which the program is killed, which is a failure of the test
 */
public record Command(List<String> words, Map<String, String> env, Duration timeout) {

    /**
     * Result of a command.
     *
     * @param exit exit status
     * @param output what it printed, both streams
     */
    public record Outcome(int exit, String output) {

        /** The lines that are not blank. */
        public List<String> lines() {
            return output.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    static Command of(Duration timeout, String... words) {
        return new Command(List.of(words), Map.of(), timeout);
    }

    public Outcome run() {
        try {
            // A file, not a pipe: a full pipe would stop the program.
            Path printed = Files.createTempFile("bbc-oracle", ".out");
            try {
                return new Outcome(await(printed), read(printed));
            } finally {
                Files.delete(printed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it; any other exit status than 0 is a failure of the test. */
    public String succeed() {
        Outcome outcome = run();
        if (outcome.exit() != 0) {
            throw new AssertionError(words + " ended with " + outcome.exit() + ":\n" + outcome.output());
        }
        return outcome.output();
    }

    /** Invalid UTF-8 becomes replacement characters: the programs quote their input. */
    private static String read(Path printed) throws IOException {
        return new String(Files.readAllBytes(printed), StandardCharsets.UTF_8);
    }

    private int await(Path printed) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(env);
        Process process = builder.start();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(words + " did not end in " + timeout.toSeconds() + " s:\n" + read(printed));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + words, e);
        } finally {
            process.destroyForcibly();
        }
    }
}
