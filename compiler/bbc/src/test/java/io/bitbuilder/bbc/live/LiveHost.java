package io.bitbuilder.bbc.live;

import io.bitbuilder.core.Repository;
import io.bitbuilder.systemd.oracle.Command;
import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.OracleRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A host that runs the oracle root, with systemd as PID 1. Its state is next to the root; closing it ends its
 * processes, and with them its mounts and its network, and deletes the state. Hosts that run at the same time share
 * nothing but the root. One that remains from a crashed run of this checkout is removed before its folder is used
 * again.
 */
final class LiveHost implements AutoCloseable {
    /** Several hosts boot at the same time, on a machine with other work. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String INCOMING = "/var/lib/bitbuilder/incoming/etc";
    private static final Pattern IMAGE = Pattern.compile("/var/lib/machines/([A-Za-z0-9._-]+)");

    private final HostFolder folder;
    private final Map<String, String> env;
    private String leader = "";

    private LiveHost(HostFolder folder, Map<String, String> env) {
        this.folder = folder;
        this.env = env;
    }

    /**
     * A host that is not running yet, with the images that a tree names and the uplink and address that it counts on.
     */
    static LiveHost of(OracleRoot root, HostTree tree) {
        String text = String.join(
                "\n",
                tree.files(path -> !path.startsWith("bbc/host/")).stream()
                        .map(tree::text)
                        .toList());
        SortedSet<String> images = new TreeSet<>(
                IMAGE.matcher(text).results().map(found -> found.group(1)).toList());
        JsonAnswer wanted = Manifests.host(tree);
        LiveHost host = of(root, List.copyOf(images), wanted.text("uplink"));
        host.write(
                "/etc/systemd/network/20-uplink.network", """
                [Match]
                Name=%s

                [Network]
                Address=%s
                """.formatted(wanted.text("uplink"), wanted.text("address")));
        host.write("/var/lib/bitbuilder/host", wanted.text("host") + "\n");
        // Without its other end the uplink has no carrier.
        host.write("/etc/systemd/network/20-outside.network", """
                [Match]
                Name=outside

                [Network]
                LinkLocalAddressing=no
                """);
        return host;
    }

    /** Activates a tree with bbc-apply, the first time by the tree's own script; returns the result. */
    Command.Outcome apply(HostTree tree) {
        stage(tree);
        return applyIncoming();
    }

    /** Stages a tree for bbc-apply, whole or not at all: an apply may be under way. */
    void stage(HostTree tree) {
        put(tree.etc(), INCOMING + ".new");
        attempt("rm -rf %1$s && mv %1$s.new %1$s".formatted(INCOMING));
    }

    /** Allows the staged tree to stop most workloads. */
    void allowStops(HostTree tree) {
        write(
                "/var/lib/bitbuilder/incoming/stop-workloads",
                JsonAnswer.parse(tree.text("bbc/tree.json")).text("digest") + "\n");
    }

    /** Reactivates the previous tree, as docs/operations.md describes. */
    Command.Outcome rollBack() {
        attempt("""
                cd /var/lib/confexts/bbc.v
                former=$(ls -d bbc_* | sort -t _ -k 2 -n | tail -n 2 | head -n 1)
                rm -rf %1$s && cp -a "$former/etc" %1$s
                """.formatted(INCOMING));
        return applyIncoming();
    }

    /** Activates the staged tree; the output has the last messages of bbc-apply. */
    Command.Outcome applyIncoming() {
        return attempt("""
                if systemctl cat bbc-apply.service >/dev/null 2>&1; then
                  systemctl start bbc-apply.service ||
                    { journalctl --no-pager -o cat -n 20 -u bbc-apply.service; exit 1; }
                else
                  sh %s/bbc/host/apply.sh
                fi
                """.formatted(INCOMING));
    }

    /**
     * A host that is not running yet.
     *
     * @param images names in /var/lib/machines under which containers find the root as their image
     * @param uplink name of its uplink
     */
    static LiveHost of(OracleRoot root, List<String> images, String uplink) {
        HostFolder folder = HostFolder.free(Objects.requireNonNull(root.path().getParent()));
        LiveHost host = new LiveHost(
                folder,
                Map.of(
                        "BBC_ORACLE_HOST",
                        folder.path().toString(),
                        "BBC_ORACLE_UPLINK",
                        uplink,
                        "BBC_ORACLE_IMAGES",
                        String.join(" ", images)));
        host.script("reset").succeed();
        return host;
    }

    void start() {
        script("start").succeed();
        leader = script("leader").succeed().strip();
    }

    /** Ends all processes at once; what was written stays. */
    void cut() {
        script("cut").succeed();
    }

    /** Copies the contents of a folder of this machine into one of the host, running or not. */
    void put(Path folder, String into) {
        script("put", folder.toString(), into).succeed();
    }

    /** Writes one file of the host, running or not. */
    void write(String path, String text) {
        Path file = Path.of(path);
        try {
            Path folder = Files.createTempDirectory("bbc-oracle");
            Path written = Files.writeString(
                    folder.resolve(Objects.requireNonNull(file.getFileName()).toString()), text);
            put(folder, Objects.requireNonNull(file.getParent()).toString());
            Files.delete(written);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command inside and returns its output. */
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
        folder.close();
    }

    /** As "host.sh exec" does it, without the shell around it: this is called hundreds of times. */
    private Command inside(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "nsenter",
                "--target",
                leader,
                "--all",
                "/usr/bin/env",
                "-i",
                "PATH=/usr/sbin:/usr/bin",
                "HOME=/root",
                "TERM=dumb",
                "LC_ALL=C.UTF-8",
                "SYSTEMD_PAGER=cat",
                "SYSTEMD_COLORS=0"));
        all.addAll(List.of(words));
        return new Command(all, Map.of(), PATIENCE);
    }

    private Command script(String... arguments) {
        List<String> words =
                new ArrayList<>(List.of(Repository.path("oracle/host.sh").toString()));
        words.addAll(List.of(arguments));
        return new Command(words, env, PATIENCE);
    }
}
