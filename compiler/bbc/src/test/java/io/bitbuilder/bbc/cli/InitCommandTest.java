package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bbc init} writes a fleet that compiles, or nothing. */
class InitCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path) + (Files.isDirectory(path) ? "/" : ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"github, .github/workflows/bbc.yml", "gitlab, .gitlab-ci.yml"})
    void theFleetCompiles(String forge, String pipeline) throws IOException {
        Bbc.Run run = Bbc.in(folder, "init", "--ci", forge);
        assertEquals(new Bbc.Run(0, run.out(), ""), run);
        assertTrue(run.out().contains("wrote tenants/example/tenant.bbc\n"), run.out());
        assertEquals(new Bbc.Run(0, "", ""), Bbc.in(folder, "check"));
        assertEquals(new Bbc.Run(0, "", ""), Bbc.in(folder, "fmt", "--check"));
        assertEquals(
                0,
                Bbc.in(folder, "compile", ".", "--out", folder.resolve("tree").toString())
                        .code());
        assertEquals(
                Files.readString(Repository.path("examples/ci/" + forge + ".yml")),
                Files.readString(folder.resolve(pipeline)));
        assertEquals(
                Files.readString(Repository.path("examples/ci/pre-commit-config.yaml")),
                Files.readString(folder.resolve(".pre-commit-config.yaml")));
        assertEquals(
                Files.readString(Repository.path("stdlib/init/platform/platform.bbc")),
                Files.readString(folder.resolve("platform/platform.bbc")));
    }

    @Test
    void theTenantHasTheName() throws IOException {
        Bbc.Run run = Bbc.in(folder, "init", "fleet", "--tenant", "acme", "--ci", "none");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("  cd fleet\n"), run.out());
        assertEquals(
                List.of(
                        "fleet/",
                        "fleet/.pre-commit-config.yaml",
                        "fleet/platform/",
                        "fleet/platform/platform.bbc",
                        "fleet/tenants/",
                        "fleet/tenants/acme/",
                        "fleet/tenants/acme/tenant.bbc"),
                files());
        Bbc.Run shown = Bbc.in(folder, "show", "acme.web.memory.limit", "fleet/");
        assertEquals(new Bbc.Run(0, "512MiB\n", ""), shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "tenant-x", "a--b", "../x", "a b", "a{", "-a", "if"})
    void anInvalidNameWritesNothing(String name) throws IOException {
        Bbc.Run run = Bbc.in(folder, "init", "--tenant=" + name);
        assertEquals(2, run.code());
        assertTrue(run.err().startsWith("bbc: invalid tenant name `" + name + "`"), run.err());
        assertEquals(List.of(), files());
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("platform"));
        Files.writeString(folder.resolve("platform/platform.bbc"), "mine");
        Files.writeString(folder.resolve(".pre-commit-config.yaml"), "mine");
        Bbc.Run run = Bbc.in(folder, "init");
        assertEquals(
                new Bbc.Run(
                        2,
                        "",
                        "bbc: in the way: .pre-commit-config.yaml, platform/platform.bbc; nothing was written\n"),
                run);
        assertEquals(List.of(".pre-commit-config.yaml", "platform/", "platform/platform.bbc"), files());
    }

    /** The console of the process has the empty path as its folder. */
    @Test
    void theFolderOfAConsoleIsAbsolute() {
        Console console = new Console(System.out, System.err, false, false, Path.of(""));
        assertEquals(Path.of("").toAbsolutePath(), console.folder());
    }

    @Test
    void aLinkBelowTheFolderIsInTheWay(@TempDir Path outside) throws IOException {
        Files.createSymbolicLink(folder.resolve("tenants"), outside);
        assertEquals(new Bbc.Run(2, "", "bbc: in the way: tenants; nothing was written\n"), Bbc.in(folder, "init"));
        assertEquals(List.of("tenants/"), files());
        try (Stream<Path> inside = Files.list(outside)) {
            assertEquals(0, inside.count());
        }
    }

    @Test
    void aFailureLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("tenants"), "a file in place of the folder");
        assertEquals(2, Bbc.in(folder, "init").code());
        assertEquals(List.of("tenants"), files());
    }
}
