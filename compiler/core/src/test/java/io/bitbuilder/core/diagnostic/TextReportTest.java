package io.bitbuilder.core.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text form, line for line. */
class TextReportTest {
    private static final TextReport PLAIN = TextReport.of(false, true, Limits.DEFAULT);
    private static final SourceFile ACME = file("tenants/acme/tenant.bbc", """
            tenant acme {
              network front {
                mode = nat
                subnet = 10.64.3.0/24
              }
            }
            """);
    private static final SourceFile GLOBEX = file("tenants/globex/tenant.bbc", """
            tenant globex {


              network lan {


                subnet = 10.64.3.0/25
                note   = "\tgr\u00fc\u00df \u05e9 \u4e2d" # end
              }
            }
            """);

    @Test
    void twoFilesWhyAndFixes() {
        Finding finding = Finding.of(
                        Code.SYNTAX_ERROR,
                        span(GLOBEX, "10.64.3.0/25"),
                        "subnet 10.64.3.0/25 lies inside 10.64.3.0/24 of another tenant")
                .label("globex.lan asks for this range here")
                .also(span(ACME, "10.64.3.0/24"), "acme.front holds it")
                .why("a route can lead to one bridge only")
                .fix("write `subnet = auto` here");
        assertEquals("""
                error[SYN001]: subnet 10.64.3.0/25 lies inside 10.64.3.0/24 of another tenant
                  ┌─ tenants/globex/tenant.bbc:7:14
                7 │     subnet = 10.64.3.0/25
                  │              ^^^^^^^^^^^^ globex.lan asks for this range here
                  ┌─ tenants/acme/tenant.bbc:4:14
                4 │     subnet = 10.64.3.0/24
                  │              ------------ acme.front holds it
                  = why: a route can lead to one bridge only
                  = fix: write `subnet = auto` here

                1 error
                """, PLAIN.print(List.of(finding)));
    }

    @Test
    void severalPlacesInOneFileAndOnOneLine() {
        Finding finding = Finding.of(Code.SYNTAX_ERROR, span(ACME, "nat"), "m")
                .label("here")
                .also(span(ACME, "mode"), "and here")
                .also(span(ACME, "acme"), "")
                .also(span(ACME, "front"), "inside");
        assertEquals("""
                error[SYN001]: m
                  ┌─ tenants/acme/tenant.bbc:3:12
                1 │ tenant acme {
                  │        ----
                2 │   network front {
                  │           ----- inside
                3 │     mode = nat
                  │            ^^^ here
                  │     ---- and here

                1 error
                """, PLAIN.print(List.of(finding)));
        Finding apart = Finding.of(Code.SYNTAX_ERROR, span(ACME, "subnet"), "m").also(span(ACME, "tenant"), "");
        assertTrue(PLAIN.print(List.of(apart)).contains("1 │ tenant acme {\n  │ ------\n  ·\n4 │"));
    }

    @Test
    void columnsAreThoseOfTheShownText() {
        Finding finding = Finding.of(Code.SYNTAX_ERROR, span(GLOBEX, "# end"), "m");
        assertTrue(
                PLAIN.print(List.of(finding))
                        .contains("""
                8 │     note   = "    grüß \\u{5D9} 中" # end
                """.replace("5D9", "5E9") + "  │                                    ^^^^^\n"),
                PLAIN.print(List.of(finding)));
        TextReport ascii = TextReport.of(false, false, Limits.DEFAULT);
        assertTrue(ascii.print(List.of(finding)).contains("""
                error[SYN001]: m
                  --> tenants/globex/tenant.bbc:8:26
                8 |     note   = "    gr\\u{FC}\\u{DF} \\u{5E9} \\u{4E2D}" # end
                """), ascii.print(List.of(finding)));
    }

    @Test
    void aLongLineIsCutAroundThePlace() {
        SourceFile file = file("x.bbc", "a".repeat(300) + "HERE" + "b".repeat(300));
        TextReport narrow = new TextReport(false, true, 50, 40);
        assertEquals(
                "1 │ …" + "a".repeat(10) + "HERE" + "b".repeat(26) + "…\n  │ " + " ".repeat(11) + "^^^^\n",
                narrow.print(List.of(Finding.of(Code.SYNTAX_ERROR, span(file, "HERE"), "m")))
                        .lines()
                        .skip(2)
                        .limit(2)
                        .map(l -> l + "\n")
                        .reduce("", String::concat));
    }

    /** The log of a run has more readers than the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "PrivateKey=SECRET= ! PrivateKey=…",
                "PrivateKey = /SECRET= ! PrivateKey = …",
                "PrivatKey=SECRET ! PrivatKey=…",
                "PresharedKey=SECRET ! PresharedKey=…",
                "Key=SECRET ! Key=…",
                "WakeOnLanPassword=SECRET ! WakeOnLanPassword=…",
                "SetCredential=a:SECRET ! SetCredential=…",
                "raw { Service { SetCredential = \"a:SECRET\" } } ! raw { Service { SetCredential = …",
                "PublicKey=PUBLIC ! PublicKey=PUBLIC",
                "PrivateKey=@name ! PrivateKey=@name",
                "PrivateKeyFile=/etc/a ! PrivateKeyFile=/etc/a",
                "WakeOnLanPassword=/etc/a ! WakeOnLanPassword=/etc/a",
                "LoadCredential=a:/etc/a ! LoadCredential=a:/etc/a"
            })
    void secretsAreNotShown(String line, String shown) {
        SourceFile file = file("x", "a\n" + line + "\nb\n");
        Finding finding = Finding.of(Code.SYNTAX_ERROR, new Span(file, 2, 2 + line.length()), "m")
                .also(new Span(file, 2, 4), "here");
        String text = PLAIN.print(List.of(finding));
        assertTrue(text.contains("\n2 │ " + shown + "\n  │ " + "^".repeat(shown.length()) + "\n"), text);
        assertFalse(text.contains("SECRET"), text);
    }

    @Test
    void aContinuedLineIsPartOfTheSecret() {
        SourceFile file = file("x", "PrivateKey=\\\n# note\nSECRET\\\nSECOND\nMTUBytes=1\n");
        List<Finding> findings = IntStream.of(
                        0, file.text().indexOf("SECRET"), file.text().indexOf("SECOND"))
                .mapToObj(at -> Finding.of(Code.SYNTAX_ERROR, new Span(file, at, at + 6), "m"))
                .toList();
        String text = PLAIN.print(findings);
        assertFalse(text.contains("SEC"), text);
        assertTrue(text.contains("1 │ PrivateKey=…\n") && text.contains("4 │ …\n  │ ^\n"), text);
        assertTrue(PLAIN.print(List.of(Finding.of(Code.SYNTAX_ERROR, span(file, "MTU"), "m")))
                .contains("5 │ MTUBytes=1\n"));
    }

    @Test
    void theEndOfAFileAndAFileWithoutTextHaveAPlace() {
        SourceFile empty = file("empty.bbc", "");
        assertEquals(
                "error[SYN001]: m\n  ┌─ empty.bbc\n\n1 error\n",
                PLAIN.print(List.of(Finding.of(Code.SYNTAX_ERROR, empty.start(), "m"))));
        SourceFile file = file("x.bbc", "tenant a {\n");
        Finding end = Finding.of(Code.SYNTAX_ERROR, new Span(file, 11, 11), "m");
        assertEquals("error[SYN001]: m\n  ┌─ x.bbc:2:1\n2 │\n  │ ^\n\n1 error\n", PLAIN.print(List.of(end)));
    }

    @Test
    void theTerminalReceivesNoRawInput() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x3000; c++) {
            all.appendCodePoint(c == '\n' || c >= 0xd800 && c <= 0xdfff ? 'x' : c);
        }
        SourceFile file = file(all.toString().replace('/', 'x'), all.toString());
        Finding finding = Finding.of(Code.SYNTAX_ERROR, new Span(file, 3, 9), all.toString())
                .label(all.toString())
                .why(all.toString())
                .fix(all.toString());
        new TextReport(false, false, 50, 100_000)
                .print(List.of(finding))
                .chars()
                .forEach(c -> assertTrue(c == '\n' || c >= ' ' && c < 0x7f, Integer.toHexString(c)));
        new TextReport(false, true, 50, 100_000)
                .print(List.of(finding))
                .codePoints()
                .forEach(c -> assertTrue(
                        c == '\n' || c >= ' ' && !io.bitbuilder.core.source.UnicodeRules.isForbidden(c),
                        Integer.toHexString(c)));
    }

    @Test
    void theWorstAreShownAndAllAreCounted() {
        List<Finding> findings = IntStream.range(0, 9)
                .mapToObj(i ->
                        Finding.of(i < 3 ? Code.BACKUP_IGNORED : Code.SYNTAX_ERROR, new Span(ACME, i, i + 1), "m" + i))
                .toList();
        String text = new TextReport(false, true, 7, 160).print(findings);
        assertEquals(
                List.of("m0", "m3", "m4", "m5", "m6", "m7", "m8"),
                text.lines()
                        .filter(l -> l.contains("]: "))
                        .map(l -> l.substring(l.length() - 2))
                        .toList());
        assertTrue(text.endsWith("\n2 more not shown\n6 errors, 3 notes\n"), text);
    }

    @Test
    void coloursAreOptional() {
        Finding finding = Finding.of(Code.SYNTAX_ERROR, span(ACME, "nat"), "m");
        assertTrue(TextReport.of(true, true, Limits.DEFAULT)
                .print(List.of(finding))
                .startsWith("\u001b[1;31merror[SYN001]\u001b[0m: m\n"));
        assertEquals("", PLAIN.print(List.of()));
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, Owner.of(path), text);
    }

    private static Span span(SourceFile file, String text) {
        int start = file.text().indexOf(text);
        return new Span(file, start, start + text.length());
    }
}
