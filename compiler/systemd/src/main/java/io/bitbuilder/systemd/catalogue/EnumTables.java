package io.bitbuilder.systemd.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code words.tsv} and {@code enums.tsv}. */
final class EnumTables {
    private static final String NUMBER = "number<=";

    private EnumTables() {}

    static Map<String, EnumWords> load() {
        Map<String, Map<String, Lifespan>> words = new HashMap<>();
        for (List<String> row : CatalogueTable.rows("words.tsv", 6)) {
            words.computeIfAbsent(row.get(0), name -> new TreeMap<>())
                    .put(row.get(1), Lifespan.of(row.get(2), row.get(3), row.get(4)));
        }
        Map<String, EnumWords> enums = new HashMap<>();
        for (List<String> row : CatalogueTable.rows("enums.tsv", 2)) {
            String name = row.get(0);
            String accepts = row.get(1);
            enums.put(name, new EnumWords(words.getOrDefault(name, Map.of()), booleans(accepts), max(accepts)));
        }
        return Map.copyOf(enums);
    }

    private static Set<String> booleans(String accepts) {
        return accepts.contains("bool:") ? EnumWords.BOTH : accepts.contains("false") ? EnumWords.NO : Set.of();
    }

    private static long max(String accepts) {
        int at = accepts.indexOf(NUMBER);
        return at < 0 ? -1 : Long.parseLong(accepts.substring(at + NUMBER.length()));
    }
}
