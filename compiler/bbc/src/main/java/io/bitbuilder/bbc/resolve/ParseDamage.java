package io.bitbuilder.bbc.resolve;

import io.bitbuilder.core.diagnostic.Cascade;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.source.Owner;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Consequences of a file that did not parse: a declaration may seem missing that is in the dropped part. Such findings
 * are silent for the owner of the file, and for everyone if the platform's files are damaged.
 */
final class ParseDamage {
    /** Limits stop the reader as syntax errors do. */
    private static final String LIMITS = "LIM";

    private ParseDamage() {}

    /** Returns a predicate for findings that may follow from the present ones. */
    static Predicate<Finding> of(Findings findings) {
        Set<Owner> damaged = new HashSet<>();
        for (Finding finding : findings.sorted()) {
            if (Cascade.isSyntaxError(finding)
                    || finding.severity() == Severity.ERROR
                            && finding.code().family().equals(LIMITS)) {
                damaged.add(ownerOf(finding));
            }
        }
        return f -> !damaged.isEmpty()
                && f.code().cascade().filter(Cascade::isConsequence).isPresent()
                && (damaged.contains(Owner.PLATFORM) || damaged.contains(ownerOf(f)));
    }

    private static Owner ownerOf(Finding finding) {
        return finding.primary().span().file().owner();
    }
}
