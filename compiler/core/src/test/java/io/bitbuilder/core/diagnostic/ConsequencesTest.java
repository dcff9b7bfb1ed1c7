package io.bitbuilder.core.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One mistake causes one message: each relation between a damage and its consequence, and the counterexamples. */
class ConsequencesTest {
    private static final Set<String> READING = Set.of("LEX", "SYN", "JSN");
    private static final SourceFile PLATFORM = file("platform.bbc", Owner.PLATFORM);
    private static final SourceFile ACME = file("acme/web.bbc", new Owner.Tenant("acme"));
    private static final SourceFile ACME2 = file("acme/db.bbc", new Owner.Tenant("acme"));
    private static final SourceFile GLOBEX = file("globex/web.bbc", new Owner.Tenant("globex"));

    private static SourceFile file(String path, Owner owner) {
        return new SourceFile(path, owner, "0123456789");
    }

    private static Finding at(Code code, SourceFile file, int start) {
        return Finding.of(code, new Span(file, start, start + 1), "message");
    }

    private static List<Code> reported(Finding... findings) {
        Findings all = new Findings();
        all.addAll(List.of(findings));
        return all.sorted().stream().map(Finding::code).sorted().toList();
    }

    @Test
    void everyErrorOfReadingCausesAnUnparsedFile() {
        Stream.of(Code.values())
                .filter(c -> c.severity() == Severity.ERROR && READING.contains(c.family()))
                .forEach(c -> assertTrue(
                        c.causes()
                                .filter(d -> d != InputDamage.UNREAD_STATEMENT)
                                .isPresent(),
                        () -> "missing `causes` in " + c));
    }

    @Test
    void aMissingDeclarationFollowsFromAnUnparsedFileOfItsOwnerOrThePlatform() {
        Finding unknown = at(Code.UNKNOWN_DEFINITION, ACME, 5);
        assertEquals(List.of(Code.SYNTAX_ERROR), reported(at(Code.SYNTAX_ERROR, ACME2, 0), unknown));
        assertEquals(List.of(Code.SYNTAX_ERROR), reported(at(Code.SYNTAX_ERROR, PLATFORM, 0), unknown));
        assertEquals(List.of(Code.LIMIT_EXCEEDED), reported(at(Code.LIMIT_EXCEEDED, ACME2, 0), unknown));
        assertEquals(2, reported(at(Code.SYNTAX_ERROR, GLOBEX, 0), unknown).size());
        assertEquals(2, reported(at(Code.DUPLICATE_FIELD, ACME, 0), unknown).size());
    }

    @Test
    void aMissingValueFollowsFromAnUnreadStatementOfItsFile() {
        Finding missing = at(Code.MISSING_FIELD, ACME, 5);
        assertEquals(List.of(Code.DUPLICATE_FIELD), reported(at(Code.DUPLICATE_FIELD, ACME, 0), missing));
        assertEquals(2, reported(at(Code.DUPLICATE_FIELD, ACME2, 0), missing).size());
    }

    @Test
    void anUnbalancedFileCausesAllButErrorsOfReading() {
        assertEquals(
                List.of(Code.SYNTAX_ERROR, Code.UNMATCHED_BRACKET),
                reported(
                        at(Code.UNMATCHED_BRACKET, ACME, 0),
                        at(Code.SYNTAX_ERROR, ACME, 5),
                        at(Code.UNKNOWN_MEMBER, ACME, 7)));
        assertEquals(
                2,
                reported(at(Code.UNMATCHED_BRACKET, ACME, 0), at(Code.UNKNOWN_MEMBER, ACME2, 5))
                        .size());
    }

    @Test
    void aFindingInAnUnparsedPlaceIsAConsequence() {
        assertEquals(
                List.of(Code.SYNTAX_ERROR), reported(at(Code.SYNTAX_ERROR, ACME, 3), at(Code.UNKNOWN_MEMBER, ACME, 3)));
        assertEquals(
                2,
                reported(at(Code.SYNTAX_ERROR, ACME, 3), at(Code.UNKNOWN_MEMBER, ACME, 4))
                        .size());
    }
}
