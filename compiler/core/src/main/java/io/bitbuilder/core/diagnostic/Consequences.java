package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes findings that are mere consequences of a syntax error: an invalid value inside a broken literal, a field that
 * is missing because the line that sets it is broken, or a member in the wrong block because a bracket is missing. One
 * mistake, one message.
 */
final class Consequences {
    private Consequences() {}

    /** Returns the sorted findings without the consequences of others. */
    static List<Finding> removed(List<Finding> sorted) {
        Set<SourceFile> broken = new HashSet<>();
        Set<SourceFile> unbalanced = new HashSet<>();
        Map<SourceFile, List<Span>> unread = new HashMap<>();
        for (Finding finding : sorted) {
            if (isFirst(finding) || has(finding, Cascade.UNREAD_STATEMENT)) {
                broken.add(file(finding));
            }
            if (finding.code() == Code.UNMATCHED_BRACKET) {
                unbalanced.add(file(finding));
            }
            if (isFirst(finding) || finding.code() == Code.LIMIT_EXCEEDED) {
                unread.computeIfAbsent(file(finding), f -> new ArrayList<>())
                        .add(finding.primary().span());
            }
        }
        return sorted.stream()
                .filter(f -> isFirst(f) || f.code() == Code.LIMIT_EXCEEDED || !unbalanced.contains(file(f)))
                .filter(f -> stands(f, broken, unread.getOrDefault(file(f), List.of())))
                .toList();
    }

    private static boolean stands(Finding finding, Set<SourceFile> broken, List<Span> unread) {
        if (has(finding, Cascade.ABSENCE)) {
            return !broken.contains(file(finding));
        }
        if (has(finding, Cascade.UNKNOWN_NAME) && !unread.isEmpty()) {
            return false;
        }
        return isFirst(finding)
                || finding.code() == Code.LIMIT_EXCEEDED
                || unread.stream()
                        .noneMatch(span -> meet(span, finding.primary().span()));
    }

    private static boolean isFirst(Finding finding) {
        return Cascade.isSyntaxError(finding);
    }

    private static boolean has(Finding finding, Cascade role) {
        return finding.code().cascade().filter(role::equals).isPresent();
    }

    private static boolean meet(Span a, Span b) {
        return a.start() < b.end() && b.start() < a.end();
    }

    private static SourceFile file(Finding finding) {
        return finding.primary().span().file();
    }
}
