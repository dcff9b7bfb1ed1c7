package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A .network file and the links that it matches.
 *
 * @param names words of Name= in [Match], patterns among them
 * @param conditions all other lines of [Match], {@code Key=Value}, which must hold as well
 * @param span place of the names, or the start of the file
 */
record NetworkFile(
        ConfigObject file, EffectiveSettings settings, List<String> names, SortedSet<String> conditions, Span span) {

    private static final String KIND = "Kind=";

    /** Copies the collections. */
    NetworkFile {
        names = List.copyOf(names);
        conditions = new TreeSet<>(conditions);
    }

    static NetworkFile of(ConfigObject file, LineChecker rules) {
        EffectiveSettings settings = EffectiveSettings.of(file, rules);
        EffectiveSettings match = settings.in("Match");
        SortedSet<String> conditions = new TreeSet<>();
        match.accepted().stream()
                .filter(a -> !a.key().equals("Name") && !a.value().isEmpty())
                .forEach(a -> conditions.add(a.key() + "=" + a.value()));
        List<Assignment> lines = match.all("Name");
        List<String> names = new ArrayList<>();
        lines.forEach(line -> names.addAll(ValidValues.words(line.value())));
        Span span = lines.isEmpty() ? file.start() : lines.getLast().span();
        return new NetworkFile(file, settings, names, conditions, span);
    }

    /** Returns the name of the file. */
    String fileName() {
        return file.name();
    }

    /** Returns whether the names list excluded links. */
    boolean isInverted() {
        return names.stream().anyMatch(name -> name.startsWith("!"));
    }

    /** Returns whether no name is a pattern. */
    boolean isLiteral() {
        return !names.isEmpty() && names.stream().noneMatch(NetworkFile::isPattern);
    }

    /** Returns the link, if the file matches a single one by name. */
    Optional<String> link() {
        return isLiteral() && names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    /** Returns the effective line of a key of [Network]. */
    Optional<Assignment> value(String key) {
        return settings.in("Network").last(key);
    }

    /** Returns whether the file may match a device that a .netdev file defines; conditions on the host may hold. */
    boolean mayMatch(DeclaredNetdev device) {
        return (names.isEmpty() || listed(names, device.name()))
                && conditions.stream()
                        .filter(condition -> condition.startsWith(KIND))
                        .allMatch(condition ->
                                listed(ValidValues.words(condition.substring(KIND.length())), device.kind()));
    }

    /** Returns whether a list matches a name; an exclamation mark before the first pattern inverts the whole list. */
    private static boolean listed(List<String> patterns, String name) {
        boolean inverted = !patterns.isEmpty() && patterns.getFirst().startsWith("!");
        return inverted
                != patterns.stream()
                        .map(pattern -> pattern.startsWith("!") ? pattern.substring(1) : pattern)
                        .anyMatch(pattern -> fits(pattern, name, inverted));
    }

    /**
     * Returns whether a pattern of fnmatch(3) matches a name. A set in brackets counts as any character, or as none
     * where a match excludes the name.
     */
    private static boolean fits(String pattern, String name, boolean strict) {
        String signs = pattern.replaceAll("\\[[^\\]]*\\]", strict ? "\0" : "?");
        int at = 0;
        int star = -1;
        int from = 0;
        int i = 0;
        while (i < name.length()) {
            char sign = at < signs.length() ? signs.charAt(at) : 0;
            if (sign == '*') {
                star = at++;
                from = i;
            } else if (sign != 0 && (sign == '?' || sign == name.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++from;
            } else {
                return false;
            }
        }
        return signs.substring(at).chars().allMatch(c -> c == '*');
    }

    static boolean isPattern(String name) {
        return name.startsWith("!") || name.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }
}
