package io.bitbuilder.bbc.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files at the borders of the style: empty ones, line ends, limits. {@code golden/fmt} shows the style. */
class FormatterTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \n\n\t\n", ";", "\r\n"})
    void aFileWithoutContentIsEmpty(String text) {
        assertEquals("", Programs.formatted(text));
    }

    @Test
    void aFileOfCommentsKeepsThem() {
        assertEquals("# a\n\n# b\n", Programs.formatted("\n\n   # a  \n\n\n\n\t# b\n\n"));
        assertEquals("# a\n", Programs.formatted("# a"));
    }

    @Test
    void linesEndWithLineFeeds() {
        assertEquals(
                "tenant acme {\n  id = \"a\"  # c\n\n  # d\n  let t = '''\n    x\n      y\n    '''\n}\n",
                Programs.formatted("tenant acme {\r\n id = \"a\" # c \r\n\r\n # d\r\n let t = '''\r\n    x\r\n"
                        + "      y\r\n    '''\r\n}"));
    }

    @Test
    void widthIsInCharacters() {
        String fits = "let a = [\"" + "😀".repeat(50) + "\", \"" + "é".repeat(54) + "\"]\n";
        assertEquals(120, fits.codePointCount(0, fits.length() - 1));
        assertEquals(fits, Programs.formatted(fits));
        assertTrue(Programs.formatted(fits.replace("é\"", "éé\"")).startsWith("let a = [\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant acme {",
                "tenant acme { a b c = 1 }",
                "policy p { deny container c when true }",
                "network front { }",
                "profile p(a:// Int\n Int) for container { }"
            })
    void aFileWithAMistakeIsRefused(String text) {
        Findings findings = new Findings();
        assertEquals(Optional.empty(), Formatter.format(Programs.file(text), Limits.DEFAULT, findings));
        assertTrue(findings.hasErrors());
    }

    /** A file of one line is within the limit of lines, and its statements on lines of their own are not. */
    @Test
    void aResultBeyondALimitIsRefused() {
        Limits few = Limits.DEFAULT.with(Limit.FILE_LINES, 40);
        Findings findings = new Findings();
        String text = "let a = 1; ".repeat(40);
        assertEquals(Optional.empty(), Formatter.format(Programs.file(text), few, findings));
        assertEquals(
                List.of(Code.LIMIT_EXCEEDED),
                findings.sorted().stream().map(Finding::code).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  container web { image = debian; memory { limit = 2GiB } } # nat\n",
                "names=[alpha,beta,gamma,delta,epsilon,\"x{y}z\"]\n",
                "a = b + c(d) * 2; b = [\n]\n",
                "# a comment\n\n\n\n"
            })
    void timeIsLinearInTheLength(String part) {
        Limits wide = Limits.DEFAULT
                .with(Limit.FILE_TOKENS, Limit.FILE_TOKENS.ceiling())
                .with(Limit.FILE_LINES, Limit.FILE_LINES.ceiling());
        String text = "tenant t {\n" + part.repeat((1 << 18) / part.length()) + "\n}\n";
        // Far above the time that it takes, since the machine may be busy.
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertTrue(Formatter.format(Programs.file(text), wide, new Findings())
                        .isPresent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"let a = 1", "let a = [1]", "let a = f(1)", "let a = (1)"})
    void theLongestExpressionIsOneStatement(String start) {
        String text = start + " +   1".repeat(500) + "\n";
        String once = Programs.formatted(text);
        assertEquals(once, Programs.formatted(once));
        assertTrue(once.lines().allMatch(line -> line.length() <= Layout.WIDTH), once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(|)", "[|]", "f(|)", "[({ a = |})]", "[x for x in |]", "\"{|}\""})
    void theHighestNestingIsNoOverflow(String form) throws InterruptedException {
        Limits highest = Limits.DEFAULT.with(Limit.NESTING, Limit.NESTING.ceiling());
        String[] sides = form.split("\\|");
        int depth = 255 / (sides[0].replaceAll("[^({\\[]", "").length());
        String text = "let a = " + sides[0].repeat(depth) + "1" + sides[1].repeat(depth) + "\n";
        AtomicReference<String> once = new AtomicReference<>("");
        AtomicReference<String> twice = new AtomicReference<>("");
        Runnable format = () -> {
            once.set(formatted(text, highest));
            twice.set(formatted(once.get(), highest));
        };
        // That of the launcher.
        Thread thread = new Thread(null, format, "formatter", 8 << 20);
        thread.start();
        thread.join();
        assertTrue(!once.get().isEmpty());
        assertEquals(once.get(), twice.get());
    }

    private static String formatted(String text, Limits limits) {
        return Formatter.format(Programs.file(text), limits, new Findings()).orElseThrow();
    }
}
