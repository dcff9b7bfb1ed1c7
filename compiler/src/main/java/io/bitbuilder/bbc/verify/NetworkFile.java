package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A .network file and the links that it is for.
 *
 * @param names      words of Name= in [Match], patterns among them
 * @param conditions the other lines of [Match], {@code Key=Value}, which must all hold too
 * @param span       where the names are written, or the start of the file
 */
record NetworkFile(Loaded file, EffectiveSettings settings, List<String> names, SortedSet<String> conditions, Span span) {

    /** Copies. */
    NetworkFile {
        names = List.copyOf(names);
        conditions = new TreeSet<>(conditions);
    }

    static NetworkFile of(Loaded file, Lines rules) {
        EffectiveSettings settings = EffectiveSettings.of(file, rules);
        EffectiveSettings match = settings.in("Match");
        SortedSet<String> conditions = new TreeSet<>();
        match.accepted().stream().filter(a -> !a.key().equals("Name") && !a.value().isEmpty())
                .forEach(a -> conditions.add(a.key() + "=" + a.value()));
        List<Assignment> lines = match.all("Name");
        List<String> names = new ArrayList<>();
        lines.forEach(line -> names.addAll(Values.words(line.value())));
        Span span = lines.isEmpty() ? file.start() : lines.getLast().span();
        return new NetworkFile(file, settings, names, conditions, span);
    }

    /** Name of the file. */
    String fileName() {
        return file.name();
    }

    /** True when the names say which links it is not for. */
    boolean isInverted() {
        return names.stream().anyMatch(name -> name.startsWith("!"));
    }

    /** True when it is for links whose names are all written out. */
    boolean isLiteral() {
        return !names.isEmpty() && names.stream().noneMatch(NetworkFile::isPattern);
    }

    /** The link that it is for, when it is for one alone. */
    Optional<String> link() {
        return isLiteral() && names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    /** Value of a key of [Network]. */
    Optional<Assignment> value(String key) {
        return settings.in("Network").last(key);
    }

    static boolean isPattern(String name) {
        return name.startsWith("!") || name.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }
}
