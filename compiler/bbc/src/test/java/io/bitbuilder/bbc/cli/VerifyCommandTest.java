package io.bitbuilder.bbc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bbc verify} on the command line: its arguments, the names of files in its output, its exit codes. */
class VerifyCommandTest {
    private static final String SOUND = "[Service]\nExecStart=/usr/bin/a\n";

    @TempDir
    private Path folder = Path.of("");

    private record Output(int code, String out, String err) {}

    private Output run(String... arguments) {
        return run(InputStream.nullInputStream(), arguments);
    }

    private Output run(InputStream in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                arguments,
                new Console(
                        in,
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
        assertTrue(
                unknown.err().contains("`a.service.in` not checked: not named like a file that systemd reads"),
                unknown.err());
        assertEquals(1, run("verify", "--as", "service", "a.service.in").code());
        assertEquals(2, run("verify", "--as", "nosuch", "a.service.in").code());
        assertEquals(2, run("verify", "--as", "service", ".").code());
        assertEquals(2, run("verify", "nosuch.service").code());
    }

    @Test
    void linksLeadToFilesOfTheTreeOnlyAndDanglingLinksMask() throws IOException {
        put("usr/lib/systemd/network/a.network", "[Match]\nNoSuch=key\n");
        put("secret/b.service", "[Service]\nNoSuch=key\n");
        put("tree/stow/c.service", "[Service]\nWrongKey=key\n");
        Path system = folder.resolve("tree/etc/systemd/system");
        Files.createDirectories(system);
        Files.createDirectories(folder.resolve("etc/systemd/network"));
        Files.createSymbolicLink(folder.resolve("etc/systemd/network/a.network"), Path.of("/dev/null"));
        Files.createSymbolicLink(system.resolve("b.service"), folder.resolve("secret/b.service"));
        Files.createSymbolicLink(system.resolve("c.service"), Path.of("../../../stow/c.service"));
        Files.createSymbolicLink(system.resolve("d.service"), Path.of("/dev/null"));
        assertFalse(run("verify", "etc", "usr").err().contains("NoSuch"));
        Output said = run("verify", "tree");
        assertFalse(said.err().contains("NoSuch"), said.err());
        assertTrue(said.err().contains("WrongKey"), said.err());
        assertEquals(0, run("verify", "tree/etc/systemd/system/d.service").code());
    }

    @Test
    void ofAWorkTreeTheTrackedFilesAreRead() throws IOException {
        put("r/packaging/a.service", SOUND + "Restrt=no\n");
        put("r/packaging/new.service", SOUND + "NoSuch=1\n");
        put("r/node_modules/x/etc/systemd/system/x.service", "NoSuch=1\n");
        assertTrue(run("verify", "r").err().contains("new.service"));
        try (Git git = Git.init()
                .setDirectory(folder.resolve("r").toFile())
                .setInitialBranch("network")
                .call()) {
            git.add().addFilepattern("packaging/a.service").call();
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
        put("r/.git/refs/heads/fix/web.service", "[Unit]\nNoSuch=1\n");
        Output tracked = run("verify", "r");
        assertEquals(1, tracked.code());
        assertTrue(tracked.err().contains("a.service:3"), tracked.err());
        assertFalse(tracked.err().contains("NoSuch"), tracked.err());
        assertTrue(run("verify", "r/packaging/new.service").err().contains("NoSuch"));
    }

    @Test
    void aFileThatCannotBeReadCostsOnlyItself() throws IOException {
        put("etc/systemd/network/README", "text");
        put("etc/systemd/network/a.network", "[Match]\nName=a\n[Network]\nNoSuch=1\n");
        put("etc/systemd/system/big.service", "#".repeat(5 << 20));
        put("etc/systemd/system/größe.service", SOUND + "NoSuch=2\n");
        Output all = run("verify", "etc");
        assertEquals(2, all.code());
        assertTrue(
                all.err().contains("bbc: `etc/systemd/system/big.service` not checked: larger than 4 MiB"), all.err());
        assertTrue(all.err().contains("NoSuch= in [Network]"), all.err());
        assertTrue(all.err().contains("NoSuch= in [Service]"), all.err());
        Output named = run("verify", "etc/systemd/network/README", "etc/systemd/network/a.network");
        assertEquals(2, named.code());
        assertTrue(named.err().contains("NoSuch= in [Network]"), named.err());
        assertTrue(named.err().contains("`etc/systemd/network/README` not checked: not named like"), named.err());
    }

    @Test
    void aTypeOverridesAnyName() throws IOException {
        put("web.txt", SOUND);
        assertEquals(new Output(0, "", ""), run("verify", "--as", "service", "web.txt"));
    }

    @Test
    void codesAreAllowedByAnOptionOrInAFile() throws IOException {
        put("etc/systemd/system/a.service", SOUND + "NoSuch=1\nMemoryMax=x\n");
        assertEquals(1, run("verify", "--allow", "SYS003").code());
        assertEquals(new Output(0, "", ""), run("verify", "--allow", "SYS003,SYS004"));
        assertEquals(2, run("verify", "--allow", "SYS999").code());
        put("etc/systemd/system/a.service", "# bbc: allow SYS003, SYS004\n" + SOUND + "NoSuch=1\nMemoryMax=x\n");
        assertEquals(new Output(0, "", ""), run("verify"));
        put("etc/systemd/system/b.service", SOUND + "NoSuch=1\n");
        assertEquals(1, run("verify").code());
    }

    @Test
    void standardInputIsReadAsAType() {
        Output said = run(
                new ByteArrayInputStream((SOUND + "NoSuch=1\n").getBytes(StandardCharsets.UTF_8)),
                "verify",
                "--as",
                "service",
                "-");
        assertEquals(1, said.code());
        assertTrue(said.err().contains("stdin:3:1"), said.err());
        assertEquals(2, run("verify", "-").code());
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

    /** Forges want paths from the top of the work tree; SARIF has URIs of files outside of it. */
    @Test
    void pathsForForgesBeginAtTheTopOfTheWorkTree() throws IOException {
        put("r/.git/HEAD", "ref: refs/heads/main\n");
        put("r/hosts/a/etc/systemd/system/a b.service", SOUND + "Restrt=no\n");
        put("x/etc/systemd/system/b.service", SOUND + "Restrt=no\n");
        Path top = folder;
        folder = folder.resolve("r/hosts");
        Output sarif = run("verify", "--format", "sarif", ".", "../../x");
        assertTrue(sarif.out().contains("\"hosts/a/etc/systemd/system/a%20b.service\""), sarif.out());
        assertTrue(
                sarif.out().contains("\"uri\": \"file://" + top + "/x/etc/systemd/system/b.service\"\n"), sarif.out());
        for (String format : new String[] {"github", "junit", "markdown"}) {
            String out = run("verify", "--format", format, ".").out();
            assertTrue(out.contains("hosts/a/etc/systemd/system/a b.service"), out);
        }
        assertTrue(run("verify", ".").err().contains(" a/etc/systemd/system/a b.service:3:1"));
    }

    @Test
    void aKeyFileForAllIsAWarning() throws IOException {
        put(
                "etc/systemd/network/wg.netdev",
                "[NetDev]\nName=wg\nKind=wireguard\n[WireGuard]\nPrivateKeyFile=/etc/systemd/network/wg.key\n");
        put("etc/systemd/network/wg.network", "[Match]\nName=wg\n");
        put("etc/systemd/network/wg.key", "key");
        Path key = folder.resolve("etc/systemd/network/wg.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(
                run("verify").err().contains("key file /etc/systemd/network/wg.key has mode 0644"),
                run("verify").err());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(new Output(0, "", ""), run("verify"));
    }
}
