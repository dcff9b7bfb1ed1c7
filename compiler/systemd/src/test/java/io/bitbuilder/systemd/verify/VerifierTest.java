package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The library's front door, as its Javadoc shows it. */
class VerifierTest {
    private static final String PATH = "etc/systemd/system/web.service";

    private static Map<String, byte[]> web(String text) {
        return Map.of(PATH, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFindingHasPathLineRangeCodeEffectAndMessage() {
        List<Finding> findings = Verifier.verify(web("[Service]\nExecStart=/bin/web\nMemoryMaximum=1G\n"), 262);
        assertEquals(1, findings.size());
        Finding finding = findings.getFirst();
        Span span = finding.primary().span();
        assertEquals(PATH, span.file().path());
        assertEquals(3, span.line());
        assertEquals("MemoryMaximum", span.text());
        assertEquals("SYS003", finding.code().id());
        assertEquals(Optional.of(Effect.LINE_IGNORED), finding.code().effect());
        assertEquals(1, finding.fixes().size());
        assertThrows(UnsupportedOperationException.class, findings::clear);
    }

    @Test
    void missingUnitsAreReportedOfWholeTreesOnly() {
        Map<String, byte[]> files = new TreeMap<>(web("[Unit]\nRequires=db.service\n[Service]\nExecStart=/bin/web\n"));
        assertEquals(List.of(), Verifier.verify(files, 262));
        assertEquals(
                List.of("SYS121"),
                Verifier.verifyTree(files, 262).stream().map(f -> f.code().id()).toList());
        files.put("usr/lib/systemd/system/basic.target", new byte[0]);
        assertEquals(
                List.of("SYS108"),
                Verifier.verifyTree(files, 262).stream().map(f -> f.code().id()).toList());
    }

    @Test
    void anUnknownReleaseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Verifier.verify(Map.of(), 12));
    }
}
