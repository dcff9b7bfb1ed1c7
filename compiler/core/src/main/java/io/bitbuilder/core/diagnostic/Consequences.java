package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Removes findings that may only follow from a mistake in reading the input: an invalid value inside a broken literal,
 * a missing field whose line is broken, or a member in the wrong block because a bracket is missing. The code declares
 * which damage it {@code causes} and which damage it {@code follows}. Of two findings about one place, the one whose
 * code yields to the other's is removed. One mistake, one message.
 */
final class Consequences {
    private final Set<SourceFile> incomplete = new HashSet<>();
    private final Set<SourceFile> unbalanced = new HashSet<>();
    private final Map<SourceFile, Integer> unterminated = new HashMap<>();
    private final Set<Owner> damaged = new HashSet<>();
    private final Map<SourceFile, List<Span>> unparsed = new HashMap<>();
    private final Map<Span, Set<Code>> places = new HashMap<>();

    /** The standard library has no mistakes: a finding in it follows from a wrong argument. */
    private final boolean ofUsers;

    private Consequences(List<Finding> findings) {
        findings.forEach(finding -> finding.code().causes().ifPresent(damage -> collect(finding, damage)));
        if (findings.stream().anyMatch(finding -> finding.code().yields())) {
            findings.forEach(finding -> places.computeIfAbsent(finding.primary().span(), s -> new HashSet<>())
                    .add(finding.code()));
        }
        ofUsers = findings.stream().anyMatch(f -> !(file(f).owner() instanceof Owner.Std));
    }

    /** Returns the sorted findings without the consequences of others. */
    static List<Finding> removed(List<Finding> sorted) {
        Consequences consequences = new Consequences(sorted);
        return sorted.stream().filter(f -> !consequences.has(f)).toList();
    }

    private void collect(Finding finding, InputDamage damage) {
        SourceFile file = file(finding);
        incomplete.add(file);
        if (damage != InputDamage.UNREAD_STATEMENT) {
            damaged.add(file.owner());
            unparsed.computeIfAbsent(file, f -> new ArrayList<>())
                    .add(finding.primary().span());
        }
        if (damage == InputDamage.UNBALANCED_FILE || damage == InputDamage.UNTERMINATED_FILE) {
            unbalanced.add(file);
        }
        if (damage == InputDamage.UNTERMINATED_FILE) {
            unterminated.merge(file, finding.primary().span().start(), Math::min);
        }
    }

    private boolean has(Finding finding) {
        if (file(finding).owner() instanceof Owner.Std && ofUsers) {
            return true;
        }
        if (isInString(finding) || isExplained(finding)) {
            return true;
        }
        boolean isFirst = finding.code()
                .causes()
                .filter(d -> d != InputDamage.UNREAD_STATEMENT)
                .isPresent();
        SourceFile file = file(finding);
        return !isFirst && (unbalanced.contains(file) || isMissing(finding.code(), file) || isUnparsed(finding, file));
    }

    /** Returns whether another finding names the cause at the same place. */
    private boolean isExplained(Finding finding) {
        return finding.code().yields()
                && places.getOrDefault(finding.primary().span(), Set.of()).stream()
                        .anyMatch(finding.code()::yieldsTo);
    }

    /**
     * Returns whether declarations may be missing: a dropped one may be in any file of the same owner, or of the
     * platform.
     */
    private boolean isMissing(Code code, SourceFile file) {
        Optional<InputDamage> least = code.follows();
        return least.isPresent() && (damaged.contains(file.owner()) || damaged.contains(Owner.PLATFORM))
                || least.filter(d -> d == InputDamage.UNREAD_STATEMENT).isPresent() && incomplete.contains(file);
    }

    /** Returns whether a bracket was not seen because it is in a string without end, or the text is such a string. */
    private boolean isInString(Finding finding) {
        Optional<InputDamage> damage = finding.code().causes();
        Integer start = unterminated.get(file(finding));
        return start != null
                && damage.isPresent()
                && damage.get() != InputDamage.UNTERMINATED_FILE
                && (damage.get() == InputDamage.UNBALANCED_FILE
                        || finding.primary().span().start() > start);
    }

    private boolean isUnparsed(Finding finding, SourceFile file) {
        Span span = finding.primary().span();
        return unparsed.getOrDefault(file, List.of()).stream()
                .anyMatch(other -> other.start() < span.end() && span.start() < other.end());
    }

    private static SourceFile file(Finding finding) {
        return finding.primary().span().file();
    }
}
