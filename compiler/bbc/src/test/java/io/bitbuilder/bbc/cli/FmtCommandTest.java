package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bbc fmt} on a disk and on standard input. */
class FmtCommandTest {
    private static final String UGLY = "tenant acme {\r\n    id=\"a\"\r\n}\r\n";
    private static final String STYLED = "tenant acme {\n  id = \"a\"\n}\n";
    private static final String BROKEN = "tenant globex {\n  id  =\n";

    @TempDir
    Path folder;

    private Path acme;
    private Path globex;

    @BeforeEach
    void fleet() throws IOException {
        write("platform/p.bbc", "platform eu { }\n");
        acme = write("tenants/acme/tenant.bbc", UGLY);
        globex = write("tenants/globex/tenant.bbc", "tenant  globex { }\n");
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Bbc.Run run(String... words) {
        return Bbc.in(folder, words);
    }

    @Test
    void filesAreFormattedInPlaceOnce() throws IOException {
        Files.setPosixFilePermissions(acme, PosixFilePermissions.fromString("rw-rw----"));
        FileTime old = FileTime.from(Instant.EPOCH);
        Path platform = Files.setLastModifiedTime(folder.resolve("platform/p.bbc"), old);
        Bbc.Run run = run("fmt");
        String shown = "formatted tenants/acme/tenant.bbc\nformatted tenants/globex/tenant.bbc\n";
        assertEquals(new Bbc.Run(0, "", shown), run);
        assertEquals(STYLED, Files.readString(acme));
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(acme)));
        assertEquals(old, Files.getLastModifiedTime(platform), "a formatted file was written");
        assertEquals(new Bbc.Run(0, "", ""), run("fmt"));
        try (var entries = Files.list(acme.getParent())) {
            assertEquals(1, entries.count(), "a temporary file is left");
        }
    }

    @Test
    void onlyNamedFilesAndFoldersAreFormatted() throws IOException {
        assertEquals(
                "formatted tenants/acme/tenant.bbc\n",
                run("fmt", "tenants/acme").err());
        assertEquals("tenant  globex { }\n", Files.readString(globex));
        assertEquals("", run("fmt", "tenants/acme/tenant.bbc", "platform").err());
        assertEquals("formatted tenant.bbc\n", Bbc.in(globex.getParent(), "fmt").err());
    }

    /** A tenant can commit a link, and a name with a wildcard follows it. */
    @Test
    void aFileBehindALinkIsNotWritten(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("o.bbc"), UGLY);
        Files.createSymbolicLink(folder.resolve("tenants/acme/dir"), elsewhere);
        for (String name : List.of("tenants/acme/dir/o.bbc", "tenants/acme/dir")) {
            Bbc.Run run = run("fmt", name);
            assertEquals(1, run.code());
            assertTrue(run.err().contains("error[LEX013]: `tenants/acme/dir` is a symbolic link"), run::err);
            assertEquals(UGLY, Files.readString(outside));
        }
        Path entry = Files.createSymbolicLink(elsewhere.resolve("fleet"), folder);
        assertEquals(0, Bbc.in(entry, "fmt", "tenants/globex").code(), "a link to the fleet itself");
    }

    /** The stack of Java's default would be too small for the deepest input that the limits allow. */
    @Test
    void deepNestingNeedsNoOptionOfJava() {
        String text = "let a = " + "[".repeat(250) + "]".repeat(250) + "\n";
        Bbc.Run run = Bbc.typed(folder, text, "fmt", "-");
        assertEquals(0, run.code(), run::err);
        assertEquals(text.replaceAll("\\s", ""), run.out().replaceAll("[\\s,]", ""));
    }

    @Test
    void checkListsFilesAndWritesNothing() throws IOException {
        assertEquals(new Bbc.Run(1, "tenants/acme/tenant.bbc\ntenants/globex/tenant.bbc\n", ""), run("fmt", "--check"));
        assertEquals(UGLY, Files.readString(acme));
        assertEquals(new Bbc.Run(0, "", ""), run("fmt", "--check", "platform"));
    }

    @Test
    void aDiffWritesNothing() throws IOException {
        String diff = """
                --- tenants/globex/tenant.bbc
                +++ tenants/globex/tenant.bbc
                @@ -1 +1 @@
                -tenant  globex { }
                +tenant globex { }
                """;
        assertEquals(new Bbc.Run(1, diff, ""), run("fmt", "--diff", "tenants/globex"));
        assertEquals("tenant  globex { }\n", Files.readString(globex));
    }

    @Test
    void aFileWithAMistakeIsReportedAndTheOthersAreFormatted() throws IOException {
        Files.writeString(globex, BROKEN);
        Bbc.Run run = run("fmt");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("error[SYN002]"), run::err);
        assertTrue(run.err().contains("tenants/globex/tenant.bbc:1:15"), run::err);
        assertEquals(BROKEN, Files.readString(globex));
        assertEquals(STYLED, Files.readString(acme));
        assertEquals(0, run("fmt", "tenants/acme").code(), "the mistake of another file");
    }

    /** Findings across files are for `bbc check`: these have an unknown host, and a tenant with two folders. */
    @Test
    void onlyTheFormOfAFileMatters() throws IOException {
        write("tenants/acme/b.bbc", "tenant acme { container web { place = nowhere } }\n");
        write("other/tenants/acme/c.bbc", "tenant acme { }\n");
        run("fmt");
        assertEquals(new Bbc.Run(0, "", ""), run("fmt"));
        assertEquals(1, run("check").code());
    }

    @Test
    void linksAreRefused() throws IOException {
        Path outside = write("outside.txt", UGLY);
        Files.delete(acme);
        Files.createSymbolicLink(acme, outside);
        Bbc.Run run = run("fmt", "tenants/acme");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("`tenants/acme/tenant.bbc` is a symbolic link"), run::err);
        assertEquals(run, run("fmt", "tenants/acme/tenant.bbc"));
        assertEquals(UGLY, Files.readString(outside));
        assertTrue(Files.isSymbolicLink(acme));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        byte[] latin = "tenant acme { id=\"caf\u00e9\" }\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(acme, latin);
        Bbc.Run run = run("fmt", "tenants/acme");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("error[LEX001]"), run::err);
        assertEquals(latin.length, Files.size(acme));
    }

    /** The platform's limits hold, as for every command. */
    @Test
    void limitsAreThoseOfTheFleet() throws IOException {
        String deep = "tenant acme {\n  let a = " + "- ".repeat(70) + "1" + "\n}\n";
        Files.writeString(acme, deep);
        assertTrue(run("fmt", "tenants/acme").err().contains("error[LIM001]"));
        write("platform/p.bbc", "platform eu { limits { nesting = 80 } }\n");
        assertEquals(new Bbc.Run(0, "", "formatted tenants/acme/tenant.bbc\n"), run("fmt", "tenants/acme"));
        assertEquals(deep.replace("- ", "-"), Files.readString(acme));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fmt --check --diff", "fmt - tenants", "fmt locks", "fmt missing.bbc", "fmt locks/a.txt"})
    void aWrongUseIsNoFinding(String words) throws IOException {
        write("locks/a.txt", "x");
        assertEquals(2, run(words.split(" ")).code());
    }

    @Test
    void standardInputIsFormattedToStandardOutput() {
        assertEquals(new Bbc.Run(0, STYLED, ""), typed(UGLY, "fmt", "-"));
        assertEquals(new Bbc.Run(0, STYLED, ""), typed(STYLED, "fmt", "-"));
        assertEquals(new Bbc.Run(1, "stdin\n", ""), typed(UGLY, "fmt", "-", "--check"));
        assertEquals(new Bbc.Run(0, "", ""), typed(STYLED, "fmt", "-", "--diff"));
        Bbc.Run broken = typed(BROKEN, "fmt", "-");
        assertEquals(1, broken.code());
        assertEquals("", broken.out());
        assertTrue(broken.err().contains("stdin:1:15"), broken::err);
    }

    private Bbc.Run typed(String input, String... words) {
        return Bbc.typed(folder, input, words);
    }
}
