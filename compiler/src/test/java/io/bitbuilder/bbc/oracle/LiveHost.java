package io.bitbuilder.bbc.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A host that runs the oracle root, with systemd as PID 1. Its state lies beside the root; closing it ends its processes, and
 * with them its mounts and its network, and forgets the state. A host that a crashed run of this checkout left behind goes
 * first.
 */
final class LiveHost implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Map<String, String> env;

    private LiveHost(Map<String, String> env) {
        this.env = env;
    }

    /**
     * A host that is not running yet.
     *
     * @param images names in /var/lib/machines under which containers find the root as their image
     * @param uplink name of its uplink
     */
    static LiveHost of(OracleRoot root, List<String> images, String uplink) {
        String checkout = Integer.toHexString(Repository.path("oracle").hashCode());
        Path state = Objects.requireNonNull(root.path().getParent()).resolve("host-" + checkout);
        LiveHost host = new LiveHost(Map.of("BBC_ORACLE_HOST", state.toString(), "BBC_ORACLE_UPLINK", uplink,
                "BBC_ORACLE_IMAGES", String.join(" ", images)));
        host.script("reset").succeed();
        return host;
    }

    void start() {
        script("start").succeed();
    }

    void stop() {
        script("stop").succeed();
    }

    /** Copies what is in a folder of this machine into one of the host, running or not. */
    void put(Path folder, String into) {
        script("put", folder.toString(), into).succeed();
    }

    /** Writes one file of the host, running or not. */
    void write(String path, String text) {
        Path file = Path.of(path);
        try {
            Path folder = Files.createTempDirectory("bbc-oracle");
            Path written = Files.writeString(folder.resolve(Objects.requireNonNull(file.getFileName()).toString()), text);
            put(folder, Objects.requireNonNull(file.getParent()).toString());
            Files.delete(written);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command inside; what it prints. */
    String exec(String... words) {
        return inside(words).succeed().strip();
    }

    /** Runs a shell script inside. */
    Command.Outcome attempt(String script) {
        return inside("/bin/sh", "-c", script).run();
    }

    @Override
    public void close() {
        script("reset").succeed();
    }

    private Command inside(String... words) {
        List<String> all = new ArrayList<>(List.of("exec"));
        all.addAll(List.of(words));
        return script(all.toArray(String[]::new));
    }

    private Command script(String... arguments) {
        List<String> words = new ArrayList<>(List.of(Repository.path("oracle/host.sh").toString()));
        words.addAll(List.of(arguments));
        return new Command(words, env, PATIENCE);
    }
}
