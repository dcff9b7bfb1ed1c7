package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.git.TestGit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Policies and waivers on the gate: those of the base judge a change. */
@Execution(ExecutionMode.CONCURRENT)
class PolicyGateTest {
    private static final String PLATFORM = """
            platform eu {
              host edge { cpu = 8; memory = 16GiB; storage = 100GiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
            }
            """;
    private static final String POLICY = """
            policy small-containers {
              deny container c when c.memory.limit > 1GiB
              message "container {c.name} has {c.memory.limit}"
            }
            """;
    private static final String WAIVER = "waive small-containers for acme.web because \"OPS-1412\" until 2027-01-31\n";

    @TempDir
    Path folder;

    private TestGit git;

    @BeforeEach
    void fleet() {
        git = TestGit.init(folder.resolve("fleet"));
        git.write("platform/platform.bbc", PLATFORM).write("platform/policy.bbc", POLICY);
        tenant("acme", "512MiB");
        tenant("globex", "512MiB");
        git.commitAll();
    }

    private void tenant(String name, String limit) {
        git.write(
                "tenants/" + name + "/tenant.bbc",
                "tenant " + name + " { container web { image = debian; memory { limit = " + limit + " } } }\n");
    }

    private Bbc.Run gate(String... options) {
        String[] words = new String[5 + options.length];
        System.arraycopy(new String[] {"gate", "--base", "main", "--head", "topic"}, 0, words, 0, 5);
        System.arraycopy(options, 0, words, 5, options.length);
        return Bbc.in(git.folder(), words);
    }

    private void topic() {
        git.run("checkout", "-q", "-b", "topic");
    }

    @Test
    void aDeniedChangeIsRefused() {
        topic();
        tenant("acme", "2GiB");
        git.commitAll();
        Bbc.Run run = gate();
        assertEquals(1, run.code());
        assertTrue(run.err().contains("error[POL001]: container web has 2GiB"), run.err());
        assertTrue(run.err().contains("platform/policy.bbc:1:8"), run.err());
    }

    @Test
    void noChangeWaivesItsOwnFindings() {
        topic();
        tenant("acme", "2GiB");
        git.write("platform/waivers.bbc", WAIVER).commitAll();
        Bbc.Run run = gate();
        assertEquals(1, run.code());
        assertTrue(run.err().contains("error[POL001]"), run.err());
        assertTrue(run.err().contains("error[OWN005]"), run.err());
        git.run("rm", "-q", "platform/policy.bbc", "platform/waivers.bbc");
        git.commitAll();
        assertTrue(gate().err().contains("error[POL001]"), "the policy of the base is valid");
    }

    @Test
    void aWaivedChangeIsAcceptedUntilTheDate() {
        git.write("platform/waivers.bbc", WAIVER).commitAll();
        topic();
        tenant("acme", "2GiB");
        git.commitAll();
        Bbc.Run run = gate();
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("note[POL001]: container web has 2GiB"), run.err());
        assertTrue(run.err().contains("OPS-1412, until 2027-01-31"), run.err());
        assertTrue(run.err().contains("1 note\n"), run.err());
        String json = gate("--format", "json").out().replaceAll("\\s+", "");
        assertTrue(json.contains("\"verdict\":\"accepted\""), json);
        assertTrue(json.contains("\"waived\":{\"reason\":\"OPS-1412\",\"until\":\"2027-01-31\"}"), json);
        String markdown = gate("--format", "markdown").out();
        assertTrue(markdown.contains("OPS"), markdown);
        assertEquals(0, gate("--date", "2027-01-30").code());
        Bbc.Run late = gate("--date", "2027-02-01");
        assertEquals(0, late.code());
        assertTrue(late.err().contains("warning[WAI004]: expired waiver"), late.err());
        late = gate("--platform", "head", "--date", "2027-02-01");
        assertEquals(1, late.code());
        assertTrue(late.err().contains("error[WAI003]: expired waiver of policy `small-containers`"), late.err());
        assertTrue(late.err().contains("platform/waivers.bbc:1:1"), late.err());
    }

    @Test
    void aTenantMayMakeAWaiverSuperfluous() {
        tenant("acme", "2GiB");
        git.write("platform/waivers.bbc", WAIVER).commitAll();
        topic();
        tenant("acme", "1GiB");
        git.commitAll();
        Bbc.Run run = gate();
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("warning[WAI001]"), run.err());
        git.run("rm", "-q", "tenants/acme/tenant.bbc");
        tenant("acme", "1GiB");
        git.write(
                "tenants/acme/tenant.bbc",
                "tenant acme { container api { image = debian; memory { limit = 1GiB } } }\n");
        git.commitAll();
        Bbc.Run removed = gate("--stop-workloads");
        assertFalse(removed.err().contains("error[WAI"), removed.err());
    }

    @Test
    void theChangeOfThePlatformHasNoUnusedWaiver() {
        topic();
        git.write("platform/waivers.bbc", WAIVER).commitAll();
        Bbc.Run run = gate("--platform", "head");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("error[WAI002]: unused waiver"), run.err());
    }

    @Test
    void datesOfTheCommandLineAreChecked() {
        topic();
        tenant("acme", "1GiB");
        git.write("platform/waivers.bbc", "").commitAll();
        assertEquals(2, gate("--date", "2027-02-31").code());
        assertEquals(2, Bbc.in(git.folder(), "check", "--date", "tomorrow").code());
        git.write("platform/waivers.bbc", WAIVER);
        tenant("acme", "2GiB");
        assertEquals(0, Bbc.in(git.folder(), "check").code());
        assertEquals(0, Bbc.in(git.folder(), "check", "--date", "2027-01-30").code());
        assertEquals(1, Bbc.in(git.folder(), "check", "--date", "2027-01-31").code());
    }

    @Test
    void theTreeDependsOnNoWaiverAndNoPolicy() {
        Bbc.Run plain =
                Bbc.in(git.folder(), "compile", "--out", folder.resolve("a").toString());
        assertEquals(0, plain.code(), plain.err());
        git.write("platform/policy.bbc", POLICY.replace("1GiB", "256MiB"));
        git.write(
                "platform/waivers.bbc",
                "waive small-containers for acme because \"x\"\nwaive small-containers for globex because \"y\"\n");
        Bbc.Run waived =
                Bbc.in(git.folder(), "compile", "--out", folder.resolve("b").toString());
        assertEquals(0, waived.code(), waived.err());
        assertEquals(files(folder.resolve("a")), files(folder.resolve("b")));
    }

    private static Map<String, String> files(Path root) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
