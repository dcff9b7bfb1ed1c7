package io.bitbuilder.bbc.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.UnicodeRules;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are refused, with the place, and bytes that pass unchanged. */
class DecoderTest {
    @ParameterizedTest
    @CsvSource({
        "61 C3 28, LEX001, 1:2", // second byte of a pair is missing
        "C0 AF, LEX001, 1:1", // overlong
        "E0 80 AF, LEX001, 1:1",
        "C0 80, LEX001, 1:1",
        "F0 80 80 AF, LEX001, 1:1",
        "ED A0 80, LEX001, 1:1", // surrogate
        "F4 90 80 80, LEX001, 1:1", // above U+10FFFF
        "61 0A FF, LEX001, 2:1",
        "FF FE 61 00, LEX001, 1:1",
        "61 E2 82, LEX001, 1:2", // cut off
        "EF BB BF 61, LEX002, 1:1",
        "61 EF BB BF, LEX004, 1:2",
        "61 0D 62, LEX003, 1:2",
        "61 0D, LEX003, 1:2",
        "61 00, LEX004, 1:2",
        "61 0B, LEX004, 1:2",
        "1B 5B 31 6D, LEX004, 1:1",
        "7F, LEX004, 1:1",
        "C2 85, LEX004, 1:1", // NEL
        "23 20 E2 80 AE, LEX004, 1:3", // bidi override in a comment
        "E2 80 A8, LEX004, 1:1",
        "EF BF BE, LEX004, 1:1", // U+FFFE
        "F3 A0 80 81, LEX004, 1:1", // tag
        "61 CC 88, LEX005, 1:1" // a and combining diaeresis
    })
    void invalidBytesAreRefused(String hex, String code, String place) {
        Findings findings = new Findings();
        assertTrue(decode(hex, findings).isEmpty());
        Finding finding = findings.sorted().getFirst();
        assertEquals(1, findings.sorted().size());
        assertEquals(code, finding.code().id());
        assertEquals("x.bbc:" + place, finding.primary().span().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"61 0D 0A 09 62 0A", "C3 A4", "F0 9F 9A 80", ""})
    void validBytesAreDecoded(String hex) {
        Findings findings = new Findings();
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        assertEquals(
                new String(bytes, StandardCharsets.UTF_8),
                decode(hex, findings).orElseThrow().text());
        assertEquals(List.of(), findings.sorted());
    }

    @Test
    void aRunOfForbiddenCharactersIsOneFinding() {
        Findings findings = new Findings();
        decode("00 01 02 61 03", findings);
        assertEquals(2, findings.sorted().size());
    }

    @Test
    void limitsHoldAtTheirEdge() {
        Limits limits = Limits.DEFAULT
                .with(Limit.FILE_BYTES, 10)
                .with(Limit.LINE_BYTES, 4)
                .with(Limit.FILE_LINES, 3);
        assertEquals(List.of(), codes("aaaa\nb\nc", limits));
        assertEquals(List.of(Code.LIMIT_EXCEEDED), codes("aaaaa", limits));
        assertEquals(List.of(Code.LIMIT_EXCEEDED), codes("\u00e4\u00e4a", limits));
        assertEquals(List.of(Code.LIMIT_EXCEEDED), codes("\n\n\n", limits));
        assertEquals(List.of(Code.LIMIT_EXCEEDED), codes("aaaa\naaaa\na", limits));
    }

    @Test
    void findingsOfBadCharactersAreLimited() {
        Findings findings = new Findings();
        new Decoder(Limits.DEFAULT)
                .decode(raw("a\u0001".repeat(100_000).getBytes(StandardCharsets.UTF_8)), Owner.PLATFORM, findings);
        assertEquals(101, findings.sorted().size());
    }

    @Test
    void everyForbiddenRangeIsForbidden() {
        for (int c : new int[] {
            0, 8, 0x1f, 0x7f, 0x9f, 0xad, 0x200b, 0x202e, 0x2066, 0xfeff, 0xfffe, 0x1fffe, 0xe0001, 0x378, 0xd800
        }) {
            assertTrue(UnicodeRules.isForbidden(c), Integer.toHexString(c));
        }
        for (int c : new int[] {'\t', '\n', '\r', ' ', '~', 0xa0, 0xe4, 0x4e2d, 0x1f680}) {
            assertTrue(!UnicodeRules.isForbidden(c), Integer.toHexString(c));
        }
        assertEquals("U+FFFF (noncharacter)", UnicodeRules.describe(0xffff));
        assertEquals("U+FDD0 (noncharacter)", UnicodeRules.describe(0xfdd0));
        assertEquals("U+0378 (unassigned)", UnicodeRules.describe(0x378));
    }

    private static List<Code> codes(String text, Limits limits) {
        Findings findings = new Findings();
        new Decoder(limits).decode(raw(text.getBytes(StandardCharsets.UTF_8)), Owner.PLATFORM, findings);
        return findings.sorted().stream().map(Finding::code).toList();
    }

    private static Optional<SourceFile> decode(String hex, Findings findings) {
        return new Decoder(Limits.DEFAULT)
                .decode(raw(HexFormat.ofDelimiter(" ").parseHex(hex)), Owner.PLATFORM, findings);
    }

    private static RawFile raw(byte[] bytes) {
        return new RawFile("x.bbc", bytes);
    }
}
