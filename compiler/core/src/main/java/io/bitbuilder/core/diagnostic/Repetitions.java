package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Joins findings of one rule, place and remedy into one: a statement in a loop, a profile or defaults has the same
 * mistake in each block that it makes.
 */
final class Repetitions {
    private static final int MOST_PLACES = 4;
    private static final Pattern PATH = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private record Mistake(Code code, Span span, String message, List<Fix> fixes, Optional<PolicyVerdict> verdict) {}

    private Repetitions() {}

    /** Returns the findings in their order, the first of each group for all. */
    static List<Finding> joined(List<Finding> findings) {
        Map<Mistake, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding f : findings) {
            Mistake mistake = new Mistake(f.code(), f.primary().span(), pattern(f.message()), f.fixes(), f.verdict());
            groups.computeIfAbsent(mistake, m -> new ArrayList<>(1)).add(f);
        }
        return groups.values().stream().map(Repetitions::joinedOne).toList();
    }

    /** Returns the message without numbers and paths of blocks, which differ between the blocks of a loop. */
    private static String pattern(String message) {
        return NUMBER.matcher(PATH.matcher(message).replaceAll(".")).replaceAll("0");
    }

    private static Finding joinedOne(List<Finding> group) {
        Finding first = group.getFirst();
        if (group.size() == 1) {
            return first;
        }
        String label = first.primary().text();
        String more = "and " + (group.size() - 1) + " more like it";
        Finding joined = first.label(label.isEmpty() ? more : label + "; " + more);
        for (Finding other : group.subList(1, group.size())) {
            for (Label place : other.secondary()) {
                if (joined.secondary().size() < MOST_PLACES
                        && !joined.secondary().contains(place)) {
                    joined = joined.also(place.span(), place.text());
                }
            }
        }
        return joined;
    }
}
