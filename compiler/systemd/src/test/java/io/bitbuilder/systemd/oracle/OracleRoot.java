package io.bitbuilder.systemd.oracle;

import io.bitbuilder.core.Repository;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The Debian root with the systemd that judges.
 *
 * @param path folder of the root; never written to
 */
public record OracleRoot(Path path) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration MAKING = Duration.ofMinutes(10);

    /** The cached root; it is made when it is missing. */
    public static OracleRoot made() {
        String printed = Command.of(
                        MAKING, Repository.path("oracle/make-root.sh").toString())
                .succeed();
        return new OracleRoot(Path.of(printed.strip().lines().toList().getLast()));
    }

    /**
     * Runs a shell script inside the root, with the tree over {@code /etc} and in {@code /tree}; nothing outlives it.
     */
    public Command.Outcome inside(HostTree tree, String script, String... arguments) {
        String[] words = new String[6 + arguments.length];
        words[0] = Repository.path("oracle/inside.sh").toString();
        words[1] = tree.etc().toString();
        words[2] = "/bin/sh";
        words[3] = "-c";
        words[4] = script;
        words[5] = "oracle";
        System.arraycopy(arguments, 0, words, 6, arguments.length);
        return Command.of(PATIENCE, words).run();
    }
}
