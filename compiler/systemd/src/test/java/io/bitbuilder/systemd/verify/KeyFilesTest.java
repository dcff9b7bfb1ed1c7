package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.JsonReport;
import io.bitbuilder.core.diagnostic.MarkdownReport;
import io.bitbuilder.core.diagnostic.TextReport;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.object.VerifyInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with secrets: their permissions, by the tree alone. */
class KeyFilesTest {
    private static final String KEY = "etc/systemd/network/a.key";

    /**
     * Returns the lines of SYS133 for a file with a key file of a mode in octal; a dash when the tree lacks the key.
     */
    private static String lines(String path, String lines, String mode) {
        RawFile file = new RawFile(path, lines.replace(';', '\n').getBytes(StandardCharsets.UTF_8));
        boolean given = !mode.equals("-");
        Findings findings = new Findings();
        Verifier.of(262)
                .verify(
                        new VerifyInput(
                                List.of(file),
                                new TreeSet<>(given ? List.of(KEY) : List.of()),
                                new TreeMap<>(),
                                true,
                                Optional.empty(),
                                name -> name.equals(KEY) && given
                                        ? OptionalInt.of(Integer.parseInt(mode, 8))
                                        : OptionalInt.empty()),
                        findings);
        return findings.sorted().stream()
                .filter(f -> f.code() == Code.KEY_FILE_EXPOSED)
                .map(f -> String.valueOf(f.primary().span().line()))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource({"0644, 5", "0604, 5", "0641, 5", "0600, ''", "0640, ''", "-, ''"})
    void othersHaveNoPermissions(String mode, String expected) {
        assertEquals(
                expected,
                lines(
                        "etc/systemd/network/wg0.netdev",
                        "[NetDev];Name=wg0;Kind=wireguard;[WireGuard];PrivateKeyFile=/" + KEY,
                        mode));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "etc/systemd/network/a.netdev|[NetDev];Name=a;Kind=wireguard;[WireGuardPeer];PresharedKeyFile=/",
                "etc/systemd/network/a.netdev|[NetDev];Name=a;Kind=macsec;[MACsecTransmitAssociation];KeyFile=/",
                "etc/systemd/network/a.netdev|[NetDev];Name=a;Kind=macsec;[MACsecReceiveAssociation];KeyFile=/",
                "etc/systemd/network/a.link|[Match];OriginalName=a;[Link];;WakeOnLanPassword=/",
                "etc/repart.d/a.conf|[Partition];Type=home;Encrypt=key-file;;KeyFile=/"
            })
    void allFilesAboutWhichSystemdWarns(String path, String lines) {
        assertEquals("5", lines(path, lines + KEY, "0644"));
        assertEquals("", lines(path, lines + KEY, "0640"));
    }

    /** A public key is no secret, though systemd warns about its file too. */
    @Test
    void aPublicKeyMayBeRead() {
        String lines = "[NetDev];Name=a;Kind=wireguard;[WireGuardPeer];PublicKeyFile=/" + KEY;
        assertEquals("", lines("etc/systemd/network/a.netdev", lines, "0644"));
    }

    @Test
    void modesAreThoseOfRegularFiles(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(folder.resolve("b"), file);
        assertEquals(OptionalInt.of(0640), TreeFiles.mode(file.toString()));
        assertEquals(OptionalInt.empty(), TreeFiles.mode(folder.resolve("b").toString()));
        assertEquals(OptionalInt.empty(), TreeFiles.mode(folder.toString()));
        assertEquals(OptionalInt.empty(), TreeFiles.mode(folder.resolve("c").toString()));
    }

    /** Neither an excerpt nor a reason has the secret: a mistyped one is a secret, too. */
    @ParameterizedTest
    @CsvSource({
        "network/a.netdev, WireGuard, PrivateKey=SECRET",
        "network/a.netdev, WireGuard, PrivatKey=SECRET",
        "network/a.netdev, WireGuardPeer, PresharedKey=%SECRET",
        "network/a.netdev, MACsecTransmitAssociation, Key=SECRET",
        "network/a.netdev, MACsecReceiveAssociation, Key=SECRET",
        "network/a.link, Link, WakeOnLanPassword=SECRET:11",
        "system/a.service, Service, SetCredential=SECRET",
        "system/a.service, Service, SetCredential=a:SECRET\\xZZ",
        "system/a.service, Unit, SetCredential=a:SECRET"
    })
    void noReportHasTheSecret(String path, String section, String line) {
        String kind = section.startsWith("MACsec") ? "macsec" : "wireguard";
        String device = path.endsWith(".netdev") ? "[NetDev]\nName=a\nKind=" + kind + "\n" : "";
        byte[] text = ("[" + section + "]\n" + line + "\n" + device).getBytes(StandardCharsets.UTF_8);
        List<Finding> findings = Verifier.verifyTree(new TreeMap<>(Map.of("etc/systemd/" + path, text)), 262);
        String key = line.substring(0, line.indexOf('=') + 1);
        String shown = TextReport.of(false, true, Limits.DEFAULT).print(findings);
        assertTrue(shown.contains("\n2 │ " + key + "…\n"), shown);
        assertFalse(shown.contains("SECRET"), shown);
        assertFalse(JsonReport.print(findings, Limits.DEFAULT).contains("SECRET"));
        assertFalse(MarkdownReport.print(findings, Limits.DEFAULT, 10_000).contains("SECRET"));
    }
}
