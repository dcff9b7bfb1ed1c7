package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.diagnostic.Severity;
import io.bitbuilder.bbc.source.Owner;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Consequences of a file that did not parse: a declaration may seem missing that is in the dropped part. Such
 * findings are silent for the owner of the file, and for everyone if the platform's files are damaged.
 */
final class Damage {
    private static final Set<Code> MISSING =
            EnumSet.of(Code.RES001, Code.NAM001, Code.NAM003, Code.NAM004, Code.OWN003, Code.IMG001);

    private static final Set<String> READING = Set.of("LEX", "SYN", "JSN", "LIM");

    private Damage() {}

    /** Returns a predicate for findings that may follow from the present ones. */
    static Predicate<Finding> of(Findings findings) {
        Set<Owner> damaged = new HashSet<>();
        for (Finding finding : findings.sorted()) {
            if (finding.severity() == Severity.ERROR && READING.contains(finding.code().family())) {
                damaged.add(ownerOf(finding));
            }
        }
        return f -> !damaged.isEmpty()
                && MISSING.contains(f.code())
                && (damaged.contains(Owner.PLATFORM) || damaged.contains(ownerOf(f)));
    }

    private static Owner ownerOf(Finding finding) {
        return finding.primary().span().file().owner();
    }
}
