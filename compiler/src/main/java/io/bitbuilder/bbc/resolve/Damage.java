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
 * What a file that did not parse leaves behind: something may seem to be missing that stands in the part that was dropped. Such
 * findings are silent for the owner of the file, and for everybody when the platform's files are damaged.
 */
final class Damage {
    private static final Set<Code> MISSING =
            EnumSet.of(Code.RES001, Code.NAM001, Code.NAM003, Code.NAM004, Code.OWN003, Code.IMG001);

    private static final Set<String> READING = Set.of("LEX", "SYN", "JSN", "LIM");

    private Damage() {}

    /** Holds for findings that may follow from those that there are. */
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
