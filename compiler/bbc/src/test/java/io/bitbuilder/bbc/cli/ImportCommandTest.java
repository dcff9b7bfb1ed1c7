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
import org.junit.jupiter.params.provider.MethodSource;

/** {@code bbc import}: golden programs of the cases, which compile as they are, and its files. */
class ImportCommandTest {
    private static final String PLATFORM = """
            platform p {
              host node-a { cpu = 64; memory = 256GiB; storage = 4TiB; uplink = "eth0"; address = 192.0.2.10/24 }
              image debian { source = directory("/var/lib/machines/debian") }
              defaults container { image = debian }
              admit acme { trust = trusted; ports = [53, 80, 443] }
              ceiling trusted {
                capabilities = [CAP_NET_ADMIN, CAP_NET_RAW]
                syscalls = [@network-io]
                host-network = true
              }
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    /** Folders of {@code golden/import}. */
    static Stream<Path> cases() {
        return Repository.entries(Repository.path("golden/import")).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theProgramCompiles(Path one) throws IOException {
        Bbc.Run run = Bbc.in(one, "import", "input", "--tenant", "acme");
        assertEquals(0, run.code(), run.err());
        Path expected = one.resolve("expected.bbc");
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(expected, run.out());
        }
        assertEquals(Files.readString(expected), run.out());
        Files.createDirectories(folder.resolve("tenants/acme"));
        Files.writeString(folder.resolve("tenants/acme/tenant.bbc"), run.out());
        Files.createDirectories(folder.resolve("platform"));
        Files.writeString(folder.resolve("platform/platform.bbc"), PLATFORM);
        Bbc.Run check = Bbc.in(folder, "check");
        assertEquals(0, check.code(), check.err());
        assertEquals(new Bbc.Run(0, "", ""), Bbc.in(folder, "fmt", "--check"));
    }

    @Test
    void hiddenFilesAndLinksAreNotRead() throws IOException {
        Files.writeString(folder.resolve(".hidden.yaml"), "services: { a: { image: x } }");
        Files.writeString(folder.resolve("notes"), "x");
        Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve(".hidden.yaml"));
        Bbc.Run run = Bbc.in(folder, "import", ".");
        assertEquals("bbc: 1 comment to read, 0 with `blank:`\n", run.err());
        assertEquals("tenant imported {\n  # ./notes: not read: unknown type of file\n}\n", run.out());
        assertEquals(
                new Bbc.Run(2, "", "bbc: `link.yaml` is not a regular file\n"), Bbc.in(folder, "import", "link.yaml"));
    }

    @Test
    void aFileIsWrittenOnce() throws IOException {
        Files.writeString(folder.resolve("c.yaml"), "services: { web: { image: x, mem_limit: 1g } }");
        assertEquals(0, Bbc.in(folder, "import", "c.yaml", "-o", "tenant.bbc").code());
        assertTrue(Files.readString(folder.resolve("tenant.bbc")).contains("memory { limit = 1GiB }"));
        assertEquals(2, Bbc.in(folder, "import", "c.yaml", "-o", "tenant.bbc").code());
    }

    @Test
    void mistakesOfUseAreNamed() throws IOException {
        Files.writeString(folder.resolve("c.yaml"), "a: [");
        List<String> errors = List.of(
                Bbc.in(folder, "import", "c.yaml").err(),
                Bbc.in(folder, "import", "c.yaml", "--tenant", "A{").err());
        assertTrue(errors.get(0).startsWith("bbc: `c.yaml` line 1: invalid YAML: "), errors.get(0));
        assertEquals("bbc: invalid tenant name `A{` (expected lower-case letters, digits and -)\n", errors.get(1));
    }
}
