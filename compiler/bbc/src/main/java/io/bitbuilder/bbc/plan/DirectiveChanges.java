package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.EmittedFileReader;
import io.bitbuilder.systemd.conf.Assignment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Directives of a file as a map from place to values; each variable of {@code Environment=} has its own place. */
final class DirectiveChanges {
    private DirectiveChanges() {}

    /** Place of a directive in its file. */
    record Place(String section, String key) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int order = section.compareTo(other.section);
            return order != 0 ? order : key.compareTo(other.key);
        }

        @Override
        public String toString() {
            return "[" + section + "] " + key;
        }
    }

    /** Returns whether systemd reads the file in sections; the path is relative to the host's folder. */
    static boolean areIn(String path) {
        return path.startsWith("etc/systemd/");
    }

    /** Returns the values of each directive, in order. */
    static SortedMap<Place, List<String>> of(String path, byte[] bytes) {
        SortedMap<Place, List<String>> values = new TreeMap<>();
        for (Assignment entry : EmittedFileReader.read(path, new String(bytes, StandardCharsets.UTF_8), true)) {
            Map.Entry<String, String> split = split(entry);
            values.computeIfAbsent(new Place(entry.section(), split.getKey()), p -> new ArrayList<>())
                    .add(split.getValue());
        }
        return values;
    }

    /** Treats {@code Environment="NAME=value"} as a directive {@code Environment.NAME}. */
    private static Map.Entry<String, String> split(Assignment entry) {
        String value = entry.value();
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        String plain = quoted ? value.substring(1, value.length() - 1) : value;
        int equals = plain.indexOf('=');
        if (!entry.key().equals("Environment") || equals < 1) {
            return Map.entry(entry.key(), value);
        }
        return Map.entry("Environment." + plain.substring(0, equals), plain.substring(equals + 1));
    }
}
