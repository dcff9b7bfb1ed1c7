package io.bitbuilder.bbc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake is reported once, at its place; lines are separated by {@code ⏎} in the tables. */
class ParserErrorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            memory = 4G                    | 1:22 LEX020
            memory = 4g                    | 1:22 LEX020
            memory = 4GiBB                 | 1:22 LEX021
            memory = 010x                  | 1:22 LEX021
            a = 1e5                        | 1:17 LEX021
            a = 1.2.3                      | 1:17 LEX021
            a = "x                         | 1:17 LEX022
            a = "x {b                      | 1:17 LEX022
            a = "x {b ⏎ c = 1              | 1:17 LEX022
            a = '''x                       | 1:17 LEX022
            a = "\\q"                      | 1:18 LEX023
            a = "\\u{}"                    | 1:18 LEX023
            a = "\\u{202e}"                | 1:18 LEX025
            a = "\\u{0}"                   | 1:18 LEX025
            a = "\\u{ffffff}"              | 1:18 LEX025
            a = $$$b                       | 1:17 LEX024
            a = 5 % 2                      | 1:19 LEX024
            a = (1 + 2                     | 1:17 SYN002
            a = [1, 2 ⏎ b = 3              | 1:17 SYN002
            a = 1)                         | 1:18 SYN002
            a: 1                           | 1:14 SYN001
            a = { b = 1 }                  | 1:17 SYN001
            a = 1 b = 2                    | 1:19 SYN001
            a = 1 < 2 < 3                  | 1:23 SYN001
            a =                            | 2:1 SYN001
            a                              | 1:14 SYN001
            5 = a                          | 1:13 SYN001
            use = 5                        | 1:17 SYN001
            let if = 5                     | 1:17 SYN001
            if a = b { }                   | 1:18 SYN001
            if a { } ⏎ else { }            | 2:2 SYN001
            x y z = 5                      | 1:21 SYN001
            raw "service/Service" { A = 1 }| ''
            expose api { on = web }        | ''
            consume acme.api { on = front }| ''
            peer other.net { }             | ''
            """)
    void inABlock(String line, String expected) {
        String text = "tenant t {" + "  " + line.replace("\\\\", "\\").replace("⏎", "\n") + "\n}\n";
        assertEquals(expected, codes(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tennant acme { }               | 1:1 SYN003
            container web { }              | 1:1 SYN003
            a = 1                          | 1:1 SYN004
            use p                          | 1:1 SYN004
            final a = 1                    | 1:1 SYN004
            policy p { deny x }            | 1:19 SYN001
            policy p { deny a b when c }   | 1:8 SYN001
            policy p { message "x" }       | 1:8 SYN001
            policy p { help x }            | 1:17 SYN001
            test "a" { expect }            | 1:19 SYN001
            private tenant a { }           | 1:1 SYN001
            waive p until 2027-01-31       | 1:9 SYN001
            waive p for a because "b" now  | 1:27 SYN001
            data a: [Int] = read("x")      | 1:17 SYN001
            extend tenant { a: Int }       | 1:8 SYN001
            kind a { \"""x\""" }           | ''
            kind a { b: Int; \"""x\""" }   | 1:18 SYN005
            \"""x\"""                      | 1:1 SYN005
            kind a { b Int; c: Int }       | 1:12 SYN001
            kind { b: Int }                | 1:6 SYN001
            profile p { }                  | 1:11 SYN001
            enum X { a = 1 }               | 1:12 SYN001
            type X = { host }              | 1:12 SYN001
            type X = { Int; Text }         | 1:12 SYN001,1:17 SYN001
            type X = { a?: Int; b: Int }   | 1:12 SYN001
            type X Size                    | 1:8 SYN001
            5                              | 1:1 SYN001
            } tenant a { }                 | 1:1 SYN002
            tenant a { container b {       | 1:10 SYN002,1:24 SYN002
            """)
    void atTheTop(String text, String expected) {
        assertEquals(expected, codes(text.replace("\\\"", "\"")));
    }

    @Test
    void parsingContinuesInTheSameScope() {
        String text = "tenant t {\n a = = 1\n b = 2\n container c {\n  d 5 = 6\n  e = 7\n }\n f = [1 2]; g = "
                + "8\n}\ntenant u { }\n";
        Findings findings = new Findings();
        SourceUnit unit = Parser.parse(new SourceFile("a.bbc", Owner.PLATFORM, text), findings);
        assertEquals("2:6 SYN001,5:9 SYN001,8:9 SYN001", show(findings.sorted()));
        Stmt.Entry tenant = ((Decl.TopLevelBlock) unit.decls().getFirst()).entry();
        assertEquals(List.of("b = 2", "container c {\n  d 5 = 6\n  e = 7\n }", "g = 8"), texts(tenant));
        assertEquals(List.of("e = 7"), texts((Stmt.Entry)
                tenant.body().orElseThrow().stmts().get(1)));
        assertEquals(2, unit.decls().size());
    }

    @Test
    void theBlockWithoutBraceIsGuessed() {
        String text = "tenant t {\n  container a {\n    cpu {\n  }\n}\n";
        Findings findings = new Findings();
        Parser.parse(new SourceFile("a.bbc", Owner.PLATFORM, text), findings);
        Finding finding = findings.sorted().getFirst();
        assertEquals("3:9 SYN002", show(findings.sorted()));
        assertEquals(
                List.of(6, 4),
                finding.secondary().stream().map(l -> l.span().line()).toList());
    }

    private static List<String> texts(Stmt.Entry entry) {
        return entry.body().orElseThrow().stmts().stream()
                .map(s -> s.span().text())
                .toList();
    }

    private static String codes(String text) {
        Findings findings = new Findings();
        Parser.parse(new SourceFile("a.bbc", Owner.PLATFORM, text), findings);
        return show(findings.sorted());
    }

    private static String show(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.primary().span().line() + ":" + f.primary().span().column() + " " + f.code())
                .collect(Collectors.joining(","));
    }
}
