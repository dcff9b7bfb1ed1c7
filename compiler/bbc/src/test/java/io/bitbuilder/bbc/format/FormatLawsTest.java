package io.bitbuilder.bbc.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.syntax.SourceToken;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Laws of the formatter, for every program of the project and for random layouts of each. */
class FormatLawsTest {
    @Test
    void everyProgramKeepsItsMeaningAndComments() {
        assertTrue(Programs.VALID.size() > 100, "the corpus is missing");
        for (String program : Programs.VALID) {
            check(program, Outline.comments(Programs.tokens(program)).toList());
        }
    }

    @Property(tries = 600)
    void anyLayoutKeepsItsMeaningAndComments(@ForAll long seed) {
        Random random = new Random(seed);
        String program = random.nextInt(6) == 0
                ? Programs.VALID.getFirst()
                : Programs.VALID.get(random.nextInt(Programs.VALID.size()));
        Mutant.Program mutant = Mutant.of(Programs.tokens(program), random);
        assertEquals(SyntaxText.of(program), SyntaxText.of(mutant.text()), mutant.text());
        check(mutant.text(), mutant.comments());
    }

    private static void check(String program, List<String> comments) {
        String once = Programs.formatted(program);
        assertEquals(once, Programs.formatted(once), () -> "of\n" + program);
        assertEquals(SyntaxText.of(program), SyntaxText.of(once));
        List<SourceToken> tokens = Programs.tokens(once);
        assertEquals(comments, Outline.comments(tokens).toList());
        for (String line : once.split("\n", -1)) {
            boolean inString = once.contains("'''") || once.contains("\"\"\"");
            assertTrue(inString || line.equals(line.stripTrailing()), () -> "space at the end of `" + line + "`");
        }
    }
}
