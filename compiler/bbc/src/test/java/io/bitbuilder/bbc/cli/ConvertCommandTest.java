package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code bbc convert}: golden cases of both directions, and its files. */
class ConvertCommandTest {
    private static final String TENANT = "tenant acme {  # one\n  # two\n  container main { memory.limit = 1GiB }\n}\n";

    @TempDir
    private Path folder = Path.of("");

    /** {@code NAME.bbc} or {@code NAME.json} becomes {@code NAME.expected}: the other form, or the findings. */
    @TestFactory
    Stream<DynamicTest> cases() {
        return Repository.entries(Repository.path("golden/convert")).stream()
                .filter(path -> !path.toString().endsWith(".expected"))
                .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
    }

    private static void check(Path input) throws IOException {
        String name = input.getFileName().toString();
        Bbc.Run run = Bbc.in(input.getParent(), "convert", name);
        String actual = run.out() + run.err();
        assertEquals(run.out().isEmpty() ? 1 : 0, run.code(), actual);
        Path expected = input.resolveSibling(name.replaceFirst("[.][a-z]+$", ".expected"));
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(expected, actual);
        }
        assertEquals(Files.readString(expected), actual);
    }

    @Test
    void aFolderIsConvertedIntoItsOtherForm() throws IOException {
        Files.writeString(folder.resolve("tenant.bbc"), TENANT);
        Bbc.Run run = Bbc.in(folder, "convert", ".", "-o", "metadata.json");
        assertEquals(new Bbc.Run(0, "", "bbc: 2 comments are lost: JSON has none\nwrote metadata.json\n"), run);
        assertEquals(
                new Bbc.Run(2, "", "bbc: `.` has metadata.json and *.bbc: name the file to convert\n"),
                Bbc.in(folder, "convert", "."));
        Files.delete(folder.resolve("tenant.bbc"));
        Bbc.Run back = Bbc.in(folder, "convert", ".");
        assertEquals(
                new Bbc.Run(0, "tenant acme {\n  container main {\n    memory { limit = 1GiB }\n  }\n}\n", ""), back);
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("tenant.bbc"), TENANT);
        Bbc.Run run = Bbc.in(folder, "convert", "tenant.bbc", "--out", "tenant.bbc");
        assertTrue(run.err().endsWith("bbc: in the way: tenant.bbc; nothing was written\n"), run.err());
        assertEquals(2, run.code());
        assertEquals(TENANT, Files.readString(folder.resolve("tenant.bbc")));
        assertEquals(2, Bbc.in(folder, "convert", "tenant.bbc", "--out", "/").code());
    }

    @Test
    void aFileThatIsNoTenantIsRefused() throws IOException {
        Files.writeString(folder.resolve("empty.bbc"), "\n");
        assertEquals(
                new Bbc.Run(2, "", "bbc: no tenant to convert in `empty.bbc`\n"),
                Bbc.in(folder, "convert", "empty.bbc"));
        assertEquals(new Bbc.Run(2, "", "bbc: `gone` is not a regular file\n"), Bbc.in(folder, "convert", "gone"));
        Files.createSymbolicLink(folder.resolve("link.bbc"), folder.resolve("empty.bbc"));
        assertEquals(2, Bbc.in(folder, "convert", "link.bbc").code());
    }

    @Test
    void aTemplateIsAProfileThatCompiles() throws IOException {
        Bbc.Run run = Bbc.in(Repository.path("golden/convert"), "convert", "template.json");
        assertEquals(0, run.code(), run.err());
        Files.createDirectories(folder.resolve("platform"));
        Files.writeString(folder.resolve("platform/template.bbc"), run.out());
        Files.writeString(folder.resolve("platform/platform.bbc"), """
                platform p {
                  host node-a { cpu = 8; memory = 16GiB; storage = 1TiB; uplink = "eth0"; address = 192.0.2.10/24 }
                  image vm { source = raw("/var/lib/machines/vm.raw") }
                  defaults machine { image = vm }
                }
                """);
        Files.createDirectories(folder.resolve("tenants/acme"));
        Files.writeString(
                folder.resolve("tenants/acme/tenant.bbc"),
                "tenant acme {\n  network mgmt { }\n  machine infra { use tenant-infra-template }\n}\n");
        assertEquals(new Bbc.Run(0, "", ""), Bbc.in(folder, "check"));
        assertEquals(new Bbc.Run(0, "2GiB\n", ""), Bbc.in(folder, "show", "acme.infra.memory.limit", "./"));
    }
}
