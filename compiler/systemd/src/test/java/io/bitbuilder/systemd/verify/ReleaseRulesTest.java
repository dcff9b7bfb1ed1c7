package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of releases, as systemd-sysext(8) and os-release(5) have them. */
class ReleaseRulesTest {
    private static final String EXTENSION = "usr/lib/extension-release.d/extension-release.tool";

    @Test
    void anExtensionForAnySystemIsAccepted() {
        assertEquals(
                List.of(),
                codes(
                        EXTENSION,
                        "ID=_any\nARCHITECTURE=x86-64\nSYSEXT_SCOPE=\"system initrd\"\nEXTENSION_RELOAD_MANAGER=1\n"));
    }

    @Test
    void anExtensionWithoutIdIsNotMerged() {
        assertEquals(List.of("SYS008:1"), codes(EXTENSION, "VERSION_ID=1\n"));
        assertEquals(List.of("SYS008:1"), codes(EXTENSION, "ID=\n"));
    }

    @Test
    void anExtensionForOneSystemNeedsAVersionOrALevel() {
        assertEquals(List.of("SYS013:1"), codes(EXTENSION, "ID=debian\n"));
        assertEquals(List.of(), codes(EXTENSION, "ID=debian\nSYSEXT_LEVEL=1\n"));
    }

    @Test
    void scopesAndArchitecturesAreNamed() {
        assertEquals(
                List.of("SYS008:2", "SYS008:3"), codes(EXTENSION, "ID=_any\nARCHITECTURE=amd64\nCONFEXT_SCOPE=host\n"));
    }

    @Test
    void aSwitchIsABoolean() {
        assertEquals(List.of("SYS004:2"), codes(EXTENSION, "ID=_any\nEXTENSION_RELOAD_MANAGER=maybe\n"));
    }

    @Test
    void valuesAreQuotedAsInAShell() {
        assertEquals(List.of(), codes(EXTENSION, "  ID = '_any'  \n# ID=\n; ID=\nNAME=\"a \\\"b\\\" \\\n c\"\n"));
        assertEquals(List.of(), codes(EXTENSION, "ID=_\\\nany\n"));
    }

    @Test
    void aLineWithoutEqualsIsPassedOver() {
        assertEquals(List.of("SYS013:2"), codes("etc/os-release", "ID=debian\nVERSION\n"));
    }

    @Test
    void aFileOutsideUtf8HasOneFinding() {
        Findings findings = new Findings();
        byte[] bytes = {'I', 'D', '=', (byte) 0xff, '\n'};
        Verifier.of(262).verify(List.of(new RawFile("etc/os-release", bytes)), false, findings);
        assertEquals(List.of("SYS008:1"), codes(findings));
    }

    @Test
    void olderReleasesIgnoreLinesThatNewerOnesRefuse() {
        String line = "d /x 0755 - - - word\nd /y/%D\nr /z - - - ~1d\n";
        assertEquals(List.of("SYS005:1", "SYS004:2"), codes(261, "etc/tmpfiles.d/a.conf", line));
        assertEquals(List.of("SYS004:1", "SYS004:3"), codes(262, "etc/tmpfiles.d/a.conf", line));
        assertEquals(List.of("SYS004:1"), codes(260, "etc/tmpfiles.d/a.conf", "k /x - - - - =p\n"));
    }

    private static List<String> codes(String path, String text) {
        return codes(262, path, text);
    }

    private static List<String> codes(int release, String path, String text) {
        Findings findings = new Findings();
        Verifier.of(release).verify(List.of(new RawFile(path, text.getBytes(StandardCharsets.UTF_8))), false, findings);
        return codes(findings);
    }

    private static List<String> codes(Findings findings) {
        return findings.sorted().stream()
                .map(f -> f.code() + ":" + f.primary().span().line())
                .toList();
    }
}
