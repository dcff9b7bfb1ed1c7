package io.bitbuilder.systemd.differential;

import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.Directive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Values to try with a directive: by its class in the catalogue, from {@code differential/values.txt}. */
final class SampleValues {
    private static final String ANY = "any";
    private final Map<String, List<String>> pools = new HashMap<>();
    private final Catalogue catalogue;

    SampleValues(Catalogue catalogue) {
        this.catalogue = catalogue;
        List<String> names = List.of();
        for (String line : TestResource.text("values.txt").split("\n")) {
            if (line.startsWith("== ")) {
                names = List.of(line.substring(3).split(" "));
            } else {
                names.forEach(name ->
                        pools.computeIfAbsent(name, key -> new ArrayList<>()).add(TestResource.bytes(line)));
            }
        }
    }

    /** Those of its class. */
    List<String> of(Directive directive) {
        Set<String> values = new LinkedHashSet<>();
        for (String part : directive.valueClass().split("-or-")) {
            values.addAll(part(part));
        }
        values.addAll(pools.getOrDefault(withoutArgument(directive.valueClass()), List.of()));
        return values.isEmpty() ? any() : List.copyOf(values);
    }

    /** Those that are tried with every directive. */
    List<String> any() {
        return pools.get(ANY);
    }

    private static String withoutArgument(String name) {
        return name.replaceFirst(":.*", "");
    }

    private List<String> part(String part) {
        String name = withoutArgument(part);
        List<String> values = new ArrayList<>();
        if (part.startsWith("keyword:")) {
            values.addAll(List.of(part.substring("keyword:".length()).split(",")));
        }
        int colon = part.indexOf(':');
        if (name.startsWith("enum") && colon > 0) {
            List<String> words = catalogue.words(part.substring(colon + 1)).at(Catalogue.NEWEST);
            for (String word : words) {
                values.addAll(List.of(word, word + "x", word.toUpperCase(Locale.ROOT), word + " " + words.getFirst()));
                values.add("~" + word);
            }
        }
        values.addAll(pools.getOrDefault(name, List.of()));
        return values;
    }
}
