package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.git.TestGit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command, in or on every folder of a fleet, for every form of the sources, reads the platform: the quota that
 * the change exceeds is the platform's, and the built-in platform has none.
 */
class FleetRootMatrixTest {
    private static final String PLATFORM = """
            platform eu {
              host edge { cpu = 8; memory = 16GiB; storage = 100GiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              admit acme { image = debian; quota { cpu = 2; memory = 1GiB; storage = 20GiB } }
            }
            """;

    private static final List<String> PLACES = List.of("", "platform", "tenants", "tenants/acme", "locks", "ci");

    /** Commands by name; each gets words that name a folder, which may be none. */
    private static final Map<String, Function<List<String>, List<String>>> COMMANDS = Map.ofEntries(
            Map.entry("check", at -> words(at, "check")),
            Map.entry("check --rev", at -> words(at, "check", "--rev", "topic")),
            Map.entry("check --staged", at -> words(at, "check", "--staged")),
            Map.entry("compile", at -> words(at, "compile")),
            Map.entry("compile --rev", at -> words(at, "compile", "--rev", "topic")),
            Map.entry("compile --commit", at -> words(at, "compile", "--commit", "hosts")),
            Map.entry("lock", at -> words(at, "lock")),
            Map.entry("explain", at -> words(at, "explain", "acme.web.memory.limit")),
            Map.entry("explain --rev", at -> words(at, "explain", "--rev", "topic", "acme.web.memory.limit")),
            Map.entry("diff", at -> words(option(at), "diff", "main", "topic")),
            Map.entry("gate", at -> words(option(at), "gate", "--base", "main", "--head", "topic")));

    @TempDir
    static Path temp;

    private static final List<Path> TOPS = new ArrayList<>();

    @BeforeAll
    static void fleets() {
        for (String below : List.of("", "infra/fleet/")) {
            TestGit git = TestGit.init(temp.resolve("repo" + TOPS.size()));
            git.write(below + "platform/platform.bbc", PLATFORM);
            git.write(below + "tenants/acme/tenant.bbc", tenant("512MiB"));
            for (String folder : List.of("locks", "ci")) {
                git.write(below + folder + "/README.md", "");
            }
            git.commitAll();
            git.run("checkout", "-q", "-b", "topic");
            git.write(below + "tenants/acme/tenant.bbc", tenant("4GiB")).commitAll();
            TOPS.add(git.folder().resolve(below));
        }
    }

    static Stream<Arguments> cases() {
        return COMMANDS.keySet().stream()
                .sorted()
                .flatMap(command -> PLACES.stream().map(place -> Arguments.of(command, place)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsThePlatform(String command, String place) {
        refused(TOPS.getLast().resolve(place), COMMANDS.get(command).apply(List.of()));
        if (!place.isEmpty()) {
            refused(TOPS.getFirst(), COMMANDS.get(command).apply(List.of(place)));
        }
    }

    private static void refused(Path folder, List<String> words) {
        Bbc.Run run = Bbc.in(folder, words.toArray(String[]::new));
        assertEquals(1, run.code(), run::err);
        assertTrue(run.err().contains("RES101"), run::err);
        assertFalse(run.err().contains("accepted"), run::err);
    }

    @Test
    void pathsAreThoseOfTheFilesWhereverTheCommandRuns() {
        Path top = TOPS.getLast();
        assertPlace("tenant.bbc", top.resolve("tenants/acme"), "check");
        assertPlace("../tenants/acme/tenant.bbc", top.resolve("ci"), "check");
        assertPlace("tenants/acme/tenant.bbc", top, "check", "tenants/acme");
        assertPlace("infra/fleet/tenants/acme/tenant.bbc", top.getParent().getParent(), "check", "infra/fleet/ci");
        for (String form : List.of("--staged", "--rev=topic")) {
            assertPlace("infra/fleet/tenants/acme/tenant.bbc", top.resolve("tenants"), "check", form);
            assertPlace("infra/fleet/tenants/acme/tenant.bbc", top, "check", form, "tenants");
        }
        Bbc.Run sarif = Bbc.in(top.resolve("tenants"), "check", "--format", "sarif");
        assertTrue(sarif.out().contains("\"infra/fleet/tenants/acme/tenant.bbc\""), sarif::out);
        Bbc.Run gate = Bbc.in(top.resolve("ci"), "gate", "--base", "main", "--head", "topic");
        assertTrue(gate.err().contains(" infra/fleet/tenants/acme/tenant.bbc:"), gate::err);
    }

    private static void assertPlace(String path, Path folder, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--format", "json"));
        Bbc.Run run = Bbc.in(folder, all.toArray(String[]::new));
        assertTrue(run.out().contains("\"path\": \"" + path + "\""), run::out);
    }

    @Test
    void nothingReadIsNoSuccess() {
        TestGit git = TestGit.init(temp.resolve("empty"));
        git.write("docs/README.md", "").commitAll();
        git.run("branch", "topic");
        for (Function<List<String>, List<String>> command : COMMANDS.values()) {
            for (String place : List.of("", "docs")) {
                Bbc.Run run = Bbc.in(
                        git.folder().resolve(place), command.apply(List.of()).toArray(String[]::new));
                assertEquals(2, run.code(), () -> command.apply(List.of()) + run.out() + run.err());
            }
        }
        assertEquals(
                2,
                Bbc.in(TOPS.getFirst(), "gate", "--base=main", "--head=topic", "--folder=none")
                        .code());
    }

    @Test
    void aFolderOfATenantIsNoFleet() {
        TestGit git = TestGit.init(temp.resolve("hijack"));
        git.write("platform/platform.bbc", PLATFORM).write("tenants/acme/tenant.bbc", tenant("512MiB"));
        git.commitAll();
        git.run("checkout", "-q", "-b", "topic");
        git.write("tenants/acme/platform/p.bbc", PLATFORM.replace("memory = 1GiB", "memory = 8GiB"));
        git.write("tenants/acme/tenants/acme/t.bbc", tenant("4GiB")).commitAll();
        for (Function<List<String>, List<String>> command : COMMANDS.values()) {
            Bbc.Run run =
                    Bbc.in(git.folder(), command.apply(List.of("tenants/acme")).toArray(String[]::new));
            assertEquals(1, run.code(), run::err);
            assertTrue(run.err().contains("OWN001"), run::err);
        }
    }

    @Test
    void theHookChecksTheFleetOfTheFolder() throws java.io.IOException {
        System.setProperty("bbc.launcher", "/opt/bbc");
        Path top = TOPS.getLast();
        assertEquals(0, Bbc.in(top.resolve("tenants/acme"), "hook", "install").code());
        Path hook = top.getParent().getParent().resolve(".git/hooks/pre-commit");
        assertTrue(Files.readString(hook).contains("check --staged -- 'infra/fleet'\n"), Files.readString(hook));
    }

    @Test
    void aChangeOfTheRootIsThePlatforms() {
        TestGit git = TestGit.init(temp.resolve("moved"));
        git.write("infra/tenants/acme/tenant.bbc", "tenant acme { network front { } }\n")
                .commitAll();
        git.run("checkout", "-q", "-b", "topic");
        git.write("platform/platform.bbc", PLATFORM).commitAll();
        Path folder = git.folder().resolve("infra");
        Bbc.Run run = Bbc.in(folder, "gate", "--base", "main", "--head", "topic");
        assertEquals(2, run.code(), run::err);
        assertTrue(run.err().contains("--platform head"), run::err);
        assertEquals(
                0,
                Bbc.in(folder, "gate", "--base", "main", "--head", "topic", "--platform", "head")
                        .code());
    }

    private static List<String> option(List<String> folder) {
        return folder.stream().map(f -> "--folder=" + f).toList();
    }

    private static List<String> words(List<String> last, String... first) {
        return Stream.concat(Stream.of(first), last.stream()).toList();
    }

    private static String tenant(String memory) {
        return "tenant acme { container web { memory { limit = " + memory + " } } }\n";
    }
}
