package io.bitbuilder.bbc.allocate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockMergeTest {
    private static final String HEADER = "# bbc lock 1, tenant acme\n";

    /** Versions hold claims by letter with the third byte of their range; {@code -} before it is a tombstone. */
    @ParameterizedTest
    @CsvSource({
        "a1, a1 b2, a1 c3, a1 b2 c3",
        "'', b2, c3, b2 c3",
        "a1 b2, a1, a1 b2, a1",
        "a1 b2, a1 b-2, a1 b2 c3, a1 b-2 c3",
        "a1, a2, a1, a2",
        "a1, a1, '', ''"
    })
    void eachLineIsThatOfTheSideThatChangedIt(String base, String ours, String theirs, String merged) {
        Findings findings = new Findings();
        LockMerge.Result result =
                LockMerge.of(file(base), file(ours), file(theirs), findings).orElseThrow();
        assertFalse(result.conflict());
        assertEquals(HEADER + text(merged), result.text());
    }

    @Test
    void twoNewValuesAreAConflict() {
        LockMerge.Result result = LockMerge.of(file("a1"), file("a2"), file("a3 b4"), new Findings())
                .orElseThrow();
        assertTrue(result.conflict());
        assertEquals(
                HEADER + "<<<<<<< ours\nacme/a/subnet 10.0.2.0/24\n=======\nacme/a/subnet 10.0.3.0/24\n>>>>>>> theirs\n"
                        + text("b4"),
                result.text());
    }

    @Test
    void anInvalidVersionIsNotMerged() {
        Findings findings = new Findings();
        SourceFile invalid = new SourceFile("locks/acme.lock", Owner.PLATFORM, "nonsense\n");
        assertTrue(LockMerge.of(file("a1"), file("a1"), invalid, findings).isEmpty());
        assertTrue(findings.hasErrors());
    }

    private static SourceFile file(String claims) {
        return new SourceFile("locks/acme.lock", Owner.PLATFORM, claims.isEmpty() ? "" : HEADER + text(claims));
    }

    private static String text(String claims) {
        StringBuilder text = new StringBuilder();
        for (String claim : claims.isEmpty() ? new String[0] : claims.split(" ")) {
            text.append(claim.contains("-") ? "gone " : "")
                    .append("acme/")
                    .append(claim.charAt(0))
                    .append("/subnet 10.0.")
                    .append(claim.charAt(claim.length() - 1))
                    .append(".0/24\n");
        }
        return text.toString();
    }
}
