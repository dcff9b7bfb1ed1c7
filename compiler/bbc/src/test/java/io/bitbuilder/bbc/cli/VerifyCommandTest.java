package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bbc verify} on the command line: its arguments, the names of files in its output, its exit codes. */
class VerifyCommandTest {
    private static final String SOUND = "[Service]\nExecStart=/usr/bin/a\n";

    @TempDir
    private Path folder = Path.of("");

    private record Output(int code, String out, String err) {}

    private Output run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                arguments,
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false,
                        folder));
        return new Output(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void put(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void validFilesHaveNoFindings() throws IOException {
        put("etc/systemd/system/a.service", SOUND);
        assertEquals(new Output(0, "", ""), run("verify"));
        assertEquals(new Output(0, "", ""), run("verify", "etc/systemd/system/a.service"));
    }

    @Test
    void errorsFailAndPathsAreRelativeToTheWorkingFolder() throws IOException {
        put("etc/systemd/system/a.service", SOUND + "Restrt=no\n");
        Output said = run("verify", folder.resolve("etc").toString());
        assertEquals(1, said.code());
        assertTrue(said.err().contains(" etc/systemd/system/a.service:3:1\n"), said.err());
    }

    @Test
    void warningsFailWhenStrict() throws IOException {
        put("etc/systemd/network/a.network", "[Match]\nName=a\n\n[DHCP]\nUseMTU=yes\n");
        assertEquals(0, run("verify").code());
        assertEquals(1, run("verify", "--strict").code());
    }

    @Test
    void findingsDependOnTheRelease() throws IOException {
        put("etc/systemd/nspawn/a.nspawn", "[Exec]\nRestrictAddressFamilies=AF_INET\n");
        assertEquals(0, run("verify").code());
        Output old = run("verify", "--systemd", "258");
        assertEquals(1, old.code());
        assertTrue(old.err().contains("SYS012"), old.err());
        assertEquals(2, run("verify", "--systemd", "257").code());
    }

    @Test
    void aFileOfUnknownNameNeedsItsKind() throws IOException {
        put("a.service.in", SOUND + "Restrt=no\n");
        Output unknown = run("verify", "a.service.in");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("`a.service.in` is not named like a file that systemd reads"), unknown.err());
        assertEquals(1, run("verify", "--as", "service", "a.service.in").code());
        assertEquals(2, run("verify", "--as", "nosuch", "a.service.in").code());
        assertEquals(2, run("verify", "--as", "service", ".").code());
        assertEquals(2, run("verify", "nosuch.service").code());
    }

    @Test
    void linksAreNotFollowedAndDanglingLinksMask() throws IOException {
        put("usr/lib/systemd/network/a.network", "[Match]\nNoSuch=key\n");
        put("elsewhere/b.service", "[Service]\nNoSuch=key\n");
        Path etc = folder.resolve("etc/systemd/network");
        Files.createDirectories(etc);
        Files.createSymbolicLink(etc.resolve("a.network"), Path.of("/dev/null"));
        Files.createDirectories(folder.resolve("etc/systemd/system"));
        Files.createSymbolicLink(folder.resolve("etc/systemd/system/b.service"), folder.resolve("elsewhere/b.service"));
        Output said = run("verify", "etc", "usr");
        assertFalse(said.err().contains("NoSuch"), said.err());
    }

    @Test
    void jsonAndSarifNameTheEffect() throws IOException {
        put("etc/systemd/system/a.service", SOUND + "Restrt=no\n");
        Output json = run("verify", "--format", "json");
        assertTrue(
                json.out().contains("\"effect\": \"line ignored\"")
                        || json.out().contains("\"effect\":\"line ignored\""),
                json.out());
        Output sarif = run("verify", "--format", "sarif");
        assertEquals(1, sarif.code());
        assertTrue(sarif.out().contains("\"effect\""), sarif.out());
        assertTrue(sarif.out().contains("etc/systemd/system/a.service"), sarif.out());
    }
}
