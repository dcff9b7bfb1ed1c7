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

    static boolean isPattern(String name) {
        return name.startsWith("!") || name.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }
}
