package io.bitbuilder.systemd.differential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Disagreements by type, directive and kind, the most frequent first; of each the smallest examples. */
final class DisagreementGroups {
    private static final int EXAMPLES = 4;
    private static final int WHOLE_FILE = 600;

    private final Map<String, List<Disagreement>> groups = new TreeMap<>();

    static DisagreementGroups of(List<SampleComparison> comparisons) {
        DisagreementGroups groups = new DisagreementGroups();
        comparisons.forEach(comparison -> comparison
                .disagreements()
                .forEach(one -> groups.groups
                        .computeIfAbsent(one.group(), key -> new ArrayList<>())
                        .add(one)));
        return groups;
    }

    /** At most so many groups, each with its examples. */
    String text(int most) {
        StringBuilder text = new StringBuilder();
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Disagreement>> group) ->
                                -group.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .forEach(group -> group(text, group.getKey(), group.getValue()));
        if (groups.size() > most) {
            text.append("(").append(groups.size() - most).append(" more groups)\n");
        }
        return text.toString();
    }

    private static void group(StringBuilder text, String name, List<Disagreement> all) {
        text.append(String.format(java.util.Locale.ROOT, "%4d x %s%n", all.size(), name.replace("\t", "  ")));
        List<Disagreement> smallest =
                all.stream().sorted(Comparator.comparingInt(Disagreement::size)).toList();
        smallest.stream()
                .map(one -> "         " + cut(one.example()) + "   <- " + cut(one.words()))
                .distinct()
                .limit(EXAMPLES)
                .forEach(line -> text.append(line).append('\n'));
        Disagreement first = smallest.getFirst();
        boolean explains = first.line() == 0 || first.subject().startsWith("(");
        if (explains && first.comparison().sample().text().length() < WHOLE_FILE) {
            text.append("         --- ")
                    .append(first.comparison().sample().how())
                    .append('\n');
            first.comparison()
                    .sample()
                    .readable()
                    .lines()
                    .forEach(line -> text.append("         | ")
                            .append(visible(cut(line)))
                            .append('\n'));
        }
    }

    private static String cut(String text) {
        return visible(text.length() > 160 ? text.substring(0, 160) + "…" : text);
    }

    private static String visible(String text) {
        StringBuilder seen = new StringBuilder();
        text.chars()
                .forEach(c -> seen.append(
                        c < ' ' || c == 0x7f || c == 0xfeff
                                ? String.format(java.util.Locale.ROOT, "<%02x>", c)
                                : String.valueOf((char) c)));
        return seen.toString();
    }
}
