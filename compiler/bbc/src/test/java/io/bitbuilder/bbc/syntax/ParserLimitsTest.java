package io.bitbuilder.bbc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At a limit a file parses, above it there is one finding, and far above it the answer comes as fast. */
class ParserLimitsTest {
    /** Each makes a tree one deeper a step. */
    private static String nested(String form, int n) {
        return switch (form) {
            case "paren" -> "let a = " + "(".repeat(n) + "1" + ")".repeat(n);
            case "list" -> "let a = " + "[".repeat(n) + "1" + "]".repeat(n);
            case "minus" -> "let a = " + "- ".repeat(n) + "1";
            case "not" -> "let a = " + "not ".repeat(n) + "b";
            case "member" -> "let a = b" + ".c".repeat(n);
            case "if" -> "let a = " + "if b then 1 else ".repeat(n) + "2";
            case "block" -> "tenant t " + "{ c ".repeat(n) + "= 1" + " }".repeat(n);
            case "text" -> "let a = " + "\"{".repeat(n) + "1" + "}\"".repeat(n);
            case "else" -> "profile p for c { if a { }" + " else if b { }".repeat(n - 3) + " }";
            default -> throw new IllegalArgumentException(form);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"paren", "list", "minus", "not", "member", "if", "block", "text", "else"})
    void nesting(String form) {
        assertEquals(List.of(), codes(nested(form, 64), Limits.DEFAULT));
        assertEquals(List.of(Code.LIMIT_EXCEEDED), codes(nested(form, 65), Limits.DEFAULT));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertEquals(List.of(Code.LIMIT_EXCEEDED), codes(nested(form, 100_000), Limits.DEFAULT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paren", "list", "minus", "not", "member", "if", "block", "text", "else"})
    void theHighestNestingNeedsLittleStack(String form) throws InterruptedException {
        Limits highest = Limits.DEFAULT.with(Limit.NESTING, Limit.NESTING.ceiling());
        AtomicReference<List<Code>> codes = new AtomicReference<>(List.of(Code.SYNTAX_ERROR));
        Thread thread = new Thread(null, () -> codes.set(codes(nested(form, 256), highest)), "parser", 1 << 21);
        thread.start();
        thread.join();
        assertEquals(List.of(), codes.get());
    }

    @Test
    void operators() {
        assertEquals(List.of(), codes("let a = 1" + " + 1".repeat(512), Limits.DEFAULT));
        assertEquals(List.of(Code.LIMIT_EXCEEDED), codes("let a = 1" + " + 1".repeat(513), Limits.DEFAULT));
        assertEquals(
                List.of(Code.LIMIT_EXCEEDED),
                codes("let a = (1" + " + 1".repeat(300) + ")" + " - 1".repeat(300), Limits.DEFAULT));
        assertEquals(List.of(), codes("let a = [1" + " + 1, 1".repeat(3000) + "]", Limits.DEFAULT));
    }

    @Test
    void names() {
        assertEquals(List.of(), codes("let " + "a".repeat(63) + " = 1", Limits.DEFAULT));
        assertEquals(List.of(Code.LIMIT_EXCEEDED), codes("let " + "a".repeat(64) + " = 1", Limits.DEFAULT));
    }

    @Test
    void digits() {
        assertEquals(List.of(), codes("let a = " + "1".repeat(19), Limits.DEFAULT));
        assertEquals(List.of(Code.LIMIT_EXCEEDED), codes("let a = " + "1".repeat(20), Limits.DEFAULT));
    }

    @Test
    void tokens() {
        Limits few = Limits.DEFAULT.with(Limit.FILE_TOKENS, 9);
        assertEquals(List.of(), codes("let a = 1; let b = 2", few));
        assertEquals(List.of(Code.LIMIT_EXCEEDED), codes("let a = 1; let b = 2;", few));
        assertEquals(List.of(Code.LIMIT_EXCEEDED), codes("let a = '''" + "x".repeat(70_000) + "'''", Limits.DEFAULT));
    }

    @Test
    void findingsStop() {
        assertEquals(
                101,
                codes("tenant t {\n" + "a = ]\n".repeat(50_000) + "}", Limits.DEFAULT)
                        .size());
        assertEquals(
                101,
                codes("tenant t {\n" + "a b c = 1\n".repeat(20_000) + "}", Limits.DEFAULT)
                        .size());
        assertEquals(
                1,
                codes("$".repeat(1_000_000), Limits.DEFAULT.with(Limit.FILE_TOKENS, 2_000_000))
                        .size());
    }

    /** Time grows with the length alone, whatever is repeated; the bound is wide because the machine may be busy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = \"{\n",
                "'''",
                "{ ",
                "\"",
                "((",
                "fd00:",
                "a-",
                "1.",
                "#\n",
                "}",
                "\\u{",
                "@",
                "1:2:3:4:5:6:7:8:"
            })
    void hostileRepetitionsAreLinear(String part) {
        isLinear(part, 1 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = 1\n", "a b {}\n", "a 5\n5\n", "a = [1, 2]\n", "a = \"x{y}z\"\n", "a = b.c(d)\n"})
    void longListsOfStatementsAreLinear(String part) {
        isLinear(part, 1 << 17);
    }

    private static void isLinear(String part, int length) {
        Limits wide = Limits.DEFAULT.with(Limit.FILE_TOKENS, 2_000_000);
        String text = "tenant t {\n" + part.repeat(length / part.length()) + "\n}\n";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> codes(text, wide));
    }

    private static List<Code> codes(String text, Limits limits) {
        Findings findings = new Findings();
        Parser.parse(new SourceFile("a.bbc", Owner.PLATFORM, text), limits, findings);
        return findings.sorted().stream().map(Finding::code).toList();
    }
}
