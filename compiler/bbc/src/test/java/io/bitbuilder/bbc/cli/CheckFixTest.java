package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bbc check --fix} on a disk. */
class CheckFixTest {
    private static final String BROKEN = "tenant acme {\r\n  network front { mode: nat }\r\n}\r\n";
    private static final String FIXED = "tenant acme {\r\n  network front { mode = nat }\r\n}\r\n";

    @TempDir
    Path folder;

    private Path tenant;

    @BeforeEach
    void fleet() throws IOException {
        write("platform/p.bbc", "platform eu { admit acme { } }\n");
        tenant = write("tenants/acme/tenant.bbc", BROKEN);
    }

    @Test
    void filesAreFixedOnce() throws IOException {
        Files.setPosixFilePermissions(tenant, PosixFilePermissions.fromString("rw-rw----"));
        Bbc.Run run = Bbc.in(folder, "check", "--fix");
        assertEquals(0, run.code(), run::err);
        assertEquals("fixed tenants/acme/tenant.bbc\n", run.err());
        assertEquals(FIXED, Files.readString(tenant));
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(tenant)));
        assertEquals("", Bbc.in(folder, "check", "--fix").err());
        try (var entries = Files.list(tenant.getParent())) {
            assertEquals(1, entries.count(), "a temporary file is left");
        }
    }

    @Test
    void aFileBehindALinkIsNotWritten(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("o.bbc"), BROKEN);
        Files.createSymbolicLink(folder.resolve("tenants/acme/dir"), elsewhere);
        Bbc.Run run = Bbc.in(folder, "check", "--fix", "tenants/acme/dir/o.bbc");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("error[LEX013]: `tenants/acme/dir` is a symbolic link"), run::err);
        assertEquals(BROKEN, Files.readString(outside));
    }

    @Test
    void aDiffWritesNothing() throws IOException {
        Bbc.Run run = Bbc.in(folder, "check", "--fix", "--diff");
        assertEquals(1, run.code());
        assertTrue(run.out().contains("-  network front { mode: nat }"), run::out);
        assertTrue(run.out().contains("+  network front { mode = nat }"), run::out);
        assertEquals(BROKEN, Files.readString(tenant));
    }

    @Test
    void whatRemainsIsReported() throws IOException {
        write("tenants/acme/b.bbc", "tenant acme { network back { mode: natted } }\n");
        Bbc.Run run = Bbc.in(folder, "check", "--fix");
        assertEquals(1, run.code());
        assertEquals(FIXED, Files.readString(tenant));
        assertTrue(run.err().contains("error[NAM001]"), run::err);
        assertTrue(!run.err().contains("SYN001"), run::err);
    }

    @Test
    void keysOfMetadataAreFixed() throws IOException {
        Files.delete(tenant);
        Path metadata = write("tenants/acme/metadata.json", """
                {"version": "1.0", "tenant": {"id": "a", "nmae": "acme", "type": "container", "enabled": true}}
                """);
        Bbc.in(folder, "check", "--fix");
        assertTrue(Files.readString(metadata).contains("\"name\": \"acme\""), Files.readString(metadata));
    }

    @Test
    void filesOutsideAreNeverWritten() throws IOException {
        Path outside = write("outside/tenant.bbc", BROKEN);
        Path fleet = folder.resolve("fleet");
        Files.createDirectories(fleet.resolve("tenants/acme"));
        Files.createDirectories(fleet.resolve("platform"));
        Files.writeString(fleet.resolve("platform/p.bbc"), "platform eu { admit acme { } }\n");
        Files.createSymbolicLink(fleet.resolve("tenants/acme/tenant.bbc"), outside);
        Files.createSymbolicLink(fleet.resolve("tenants/globex"), outside.getParent());
        assertEquals(1, Bbc.in(fleet, "check", "--fix").code());
        assertEquals(BROKEN, Files.readString(outside));
        assertTrue(Files.isSymbolicLink(fleet.resolve("tenants/acme/tenant.bbc")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fix --rev HEAD", "--fix --staged", "--diff", "--fix --diff --format json"})
    void sourcesThatCannotBeWrittenAreRefused(String options) throws IOException {
        String[] words = ("check " + options).split(" ");
        assertEquals(2, Bbc.in(folder, words).code());
        assertEquals(BROKEN, Files.readString(tenant));
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
