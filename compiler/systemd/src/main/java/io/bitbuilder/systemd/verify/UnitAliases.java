package io.bitbuilder.systemd.verify;

import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.FilePath;
import io.bitbuilder.systemd.value.UnitNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Names under which systemd looks for the drop-ins of a unit (systemd.unit(5)). */
final class UnitAliases {
    private final Map<String, List<String>> aliases = new HashMap<>();

    private UnitAliases() {}

    /** Collects the aliases: links from one name of a unit to another, in a folder of units. */
    static UnitAliases of(SortedMap<String, String> links) {
        UnitAliases all = new UnitAliases();
        links.forEach((link, target) -> {
            FilePath path = FilePath.of(link);
            String name = FilePath.name(target);
            if (FileKinds.of(link).isPresent()
                    && UnitNames.isValid(name)
                    && UnitNames.isValid(path.object())
                    && !name.equals(path.object())
                    && path.folder().matches("systemd/(system|user)")) {
                all.aliases
                        .computeIfAbsent(path.host() + "\0" + path.place() + "\0" + name, key -> new ArrayList<>())
                        .add(path.object());
            }
        });
        return all;
    }

    /**
     * Returns all names, the most specific first: of {@code a-b@c.service} these are itself, its template, both cut
     * after each dash ({@code a-.service}), those of its aliases, and {@code service}.
     *
     * @param place prefix of the names of units in one folder
     */
    List<String> searched(String place, String unit) {
        List<String> names = new ArrayList<>();
        addWithPrefixes(unit, names);
        aliases.getOrDefault(place + unit, List.of()).forEach(alias -> addWithPrefixes(alias, names));
        UnitNames.type(unit).ifPresent(names::add);
        return names.stream().distinct().toList();
    }

    private static void addWithPrefixes(String unit, List<String> names) {
        names.add(unit);
        template(unit).ifPresent(template -> addWithPrefixes(template, names));
        int end = unit.lastIndexOf('.');
        String type = unit.substring(Math.max(0, end));
        String front = unit.substring(0, Math.max(0, end));
        // A dash at the end is part of the name: of a-b-.service the next one is a-.service.
        for (int dash = front.lastIndexOf('-', front.length() - 2); dash > 0; dash = front.lastIndexOf('-', dash - 1)) {
            names.add(front.substring(0, dash + 1) + type);
        }
    }

    /** Returns the template of an instance. */
    static Optional<String> template(String unit) {
        int at = unit.indexOf('@');
        int dot = unit.lastIndexOf('.');
        return at > 0 && dot > at + 1 ? Optional.of(unit.substring(0, at + 1) + unit.substring(dot)) : Optional.empty();
    }
}
