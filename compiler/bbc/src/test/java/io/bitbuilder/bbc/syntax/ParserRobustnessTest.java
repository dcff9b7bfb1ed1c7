package io.bitbuilder.bbc.syntax;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a good text, the parser answers with findings in the text, never with an exception. */
class ParserRobustnessTest {
    private static final String TEXT = Samples.EVERYTHING;

    /** Every eleventh token replaced by one of these; the empty one deletes it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "(",
                ")",
                "[",
                "\"",
                "'''",
                "=",
                "\n",
                ";",
                "x",
                "5",
                "if",
                "kind",
                "->",
                ".",
                "\\",
                "\"\"\"d\"\"\""
            })
    void replacedTokens(String by) {
        SourceFile file = new SourceFile("a.bbc", Owner.PLATFORM, TEXT);
        List<Token> tokens = TokenStage.run(
                        TEXT, Limits.DEFAULT, new SyntaxFindings(file, new Findings(), Limits.DEFAULT))
                .orElseThrow();
        for (int i = by.length(); i < tokens.size(); i += 11) {
            Token token = tokens.get(i);
            int start = token.getStartIndex();
            int end = Math.max(start, token.getStopIndex() + 1);
            check(TEXT.substring(0, start) + " " + by + " " + TEXT.substring(end));
        }
    }

    @Test
    void everyPrefix() {
        for (int end = 0; end < TEXT.length(); end += 23) {
            check(TEXT.substring(0, end));
        }
    }

    @Test
    void everyAsciiCharacterAlone() {
        for (char c = 1; c < 128; c++) {
            check(String.valueOf(c));
            check("tenant t { a = " + c + " }");
            check("let a = \"" + c);
        }
    }

    private static void check(String text) {
        Findings findings = new Findings();
        SourceFile file = new SourceFile("a.bbc", Owner.PLATFORM, text);
        SourceUnit unit = Parser.parse(file, findings);
        for (Finding finding : findings.sorted()) {
            assertTrue(
                    finding.primary().span().start() >= 0
                            && finding.primary().span().end() <= text.length(),
                    () -> finding + " of " + text);
        }
        assertTrue(
                findings.hasErrors()
                        || !unit.decls().isEmpty()
                        || text.isBlank()
                        || text.strip().startsWith("#")
                        || text.strip().equals(";"),
                text);
    }
}
