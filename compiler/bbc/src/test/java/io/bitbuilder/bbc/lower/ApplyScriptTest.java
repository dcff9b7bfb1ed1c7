package io.bitbuilder.bbc.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions of bbc-apply that list and compare trees, with the table of the kinds of files, on a golden tree. */
class ApplyScriptTest {
    private static final Path FOLDER = Repository.path("stdlib/host/etc/bbc/host");
    private static final Path TREE = Repository.path("golden/storage/hosts/node-a/etc");

    @TempDir
    private Path scratch;

    @Test
    void aTreeHasTheUnitsOfItsFiles() throws IOException, InterruptedException {
        assertEquals(
                List.of(
                        "bbc-firewall@keeper.service",
                        "bbc-volume@keeper.db.data.service",
                        "bbc-volume@keeper.db.service",
                        "bbc-volume@keeper.web.cache.service",
                        "systemd-nspawn@keeper.db.service",
                        "systemd-nspawn@keeper.web.service",
                        "tenant-keeper.slice",
                        "tenant-keeper.target",
                        "var-lib-tenants-keeper-runtime-db-root.mount",
                        "var-lib-tenants-keeper-runtime-db-volumes-data.mount",
                        "var-lib-tenants-keeper-runtime-web-volumes-cache.mount"),
                run("everything \"$a\""));
        assertEquals(
                List.of("systemd-nspawn@keeper.db.service", "systemd-nspawn@keeper.web.service"),
                run("upheld_as \"$a\" workload"));
        assertEquals(
                List.of("git-sync@acme.timer"), run("a=${a%storage*}fleet/hosts/node-a/etc; upheld_as \"$a\" timer"));
        assertEquals(List.of("tmpfiles.d/bbc-keeper.conf"), run("cd \"$a\"; files . folders | sed 's|^[.]/||'"));
    }

    @Test
    void aWorkloadIsOutdatedIfItsFilesDifferButNotItsLimits() throws IOException, InterruptedException {
        String compare =
                "; for unit in $(upheld_as \"$a\" workload); do ! outdated \"$a\" b \"$unit\" || echo \"$unit\"; done";
        String units = "b/systemd/system/systemd-nspawn@keeper.";
        List<String> web = List.of("systemd-nspawn@keeper.web.service");
        assertEquals(List.of(), run("true" + compare));
        assertEquals(List.of(), run("echo >>" + units + "web.service.d/55-limits.conf" + compare));
        assertEquals(web, run("echo >>" + units + "web.service.d/50-bbc.conf" + compare));
        assertEquals(web, run("echo >>b/systemd/nspawn/keeper.web.nspawn" + compare));
        assertEquals(web, run("echo >>b/bbc/guest/keeper.web/fstab.extra" + compare));
        assertEquals(List.of("systemd-nspawn@keeper.db.service"), run("rm -r b/bbc/guest/keeper.db" + compare));
    }

    @Test
    void aDeviceIsStaleIfItIsRemovedOrHasAnotherIdentity() throws IOException, InterruptedException {
        String file = "b/systemd/network/50-b-gvvt5j3.netdev";
        String compare = "; stale_devices \"$a\" b";
        List<String> bridge = List.of("b-gvvt5j3");
        assertEquals(List.of(), run("true" + compare));
        assertEquals(List.of(), run("echo '[Bridge]' >>" + file + "; echo STP=yes >>" + file + compare));
        assertEquals(bridge, run("sed -i s/^Kind=.*/Kind=vlan/ " + file + compare));
        assertEquals(bridge, run("echo VNI=5 >>" + file + compare));
        assertEquals(bridge, run("rm " + file + compare));
    }

    /** A role that the script does not know would be ignored. */
    @Test
    void theScriptUsesTheRolesOfTheTable() throws IOException {
        String script = Files.readString(FOLDER.resolve("apply.sh"));
        Set<String> used = Pattern.compile(
                        "(?:patterns|(?:files|units|upheld_as) \"\\$\\w+\") ([a-z-]+)|\\}([a-z-]+)\\$tab/")
                .matcher(script)
                .results()
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> roles = Files.readAllLines(FOLDER.resolve("artefacts.tsv")).stream()
                .filter(row -> !row.startsWith("#") && !row.startsWith("\t"))
                .map(row -> row.split("\t")[2])
                .filter(role -> !role.equals("-"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(used, roles);
    }

    /** Runs a command with the script's functions; {@code $a} is the tree, {@code b} a copy that may be changed. */
    private List<String> run(String command) throws IOException, InterruptedException {
        String functions = Files.readString(FOLDER.resolve("apply.sh")).replaceAll("(?s)# --- begin ---.*", "");
        Path script = Files.writeString(
                scratch.resolve("test.sh"),
                functions + """
                table=%s/artefacts.tsv
                a=%s
                cd %s
                rm -rf b
                cp -R "$a" b
                %s
                """.formatted(FOLDER.toAbsolutePath(), TREE.toAbsolutePath(), scratch, command));
        Path out = scratch.resolve("out");
        Process shell = new ProcessBuilder("/bin/sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        int status = shell.waitFor();
        try (Stream<String> lines = Files.lines(out)) {
            List<String> all = lines.toList();
            assertEquals(0, status, all::toString);
            return all;
        }
    }
}
