package io.bitbuilder.bbc.catalogue;

import io.bitbuilder.bbc.fault.InternalFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What every release of systemd from {@link #OLDEST} to {@link #NEWEST} reads, from {@code stdlib/catalogue}. Words of
 * enumerations and sections are loaded when they are asked for first. Used by one thread at a time.
 */
public final class Catalogue {
    /** The oldest release that can be a target. */
    public static final int OLDEST = 258;

    /** The newest release that the tables know. */
    public static final int NEWEST = 262;

    private static final int COLUMNS = 13;

    private final Map<String, Map<String, SortedMap<String, Directive>>> types;
    private final Map<String, Words> enums = new HashMap<>();
    private final Map<String, Map<String, Lifespan>> sections = new HashMap<>();

    private Catalogue(Map<String, Map<String, SortedMap<String, Directive>>> types) {
        this.types = types;
    }

    /** Reads the tables that are shipped with the program. */
    public static Catalogue load() {
        Map<String, Map<String, SortedMap<String, Directive>>> types = new HashMap<>();
        for (List<String> row : Tables.rows("directives.tsv", COLUMNS)) {
            types.computeIfAbsent(row.get(0), type -> new TreeMap<>())
                    .computeIfAbsent(row.get(1), section -> new TreeMap<>())
                    .put(row.get(2), directive(row));
        }
        return new Catalogue(types);
    }

    private static Directive directive(List<String> row) {
        return new Directive(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row.get(6).equals("yes"),
                row.get(7).contains("append"), Lifespan.of(row.get(8), row.get(9), row.get(10)), row.get(11), row.get(12));
    }

    /** The directive of that section and key in a file type such as {@code service} or {@code network}. */
    public Optional<Directive> find(String type, String section, String key) {
        return Optional.ofNullable(directives(type, section).get(key));
    }

    /** The directives of a section by key, sorted; none when the type has no such section. */
    public SortedMap<String, Directive> directives(String type, String section) {
        return types.getOrDefault(type, Map.of()).getOrDefault(section, new TreeMap<>());
    }

    /** The sections of a file type, sorted. */
    public List<String> sections(String type) {
        return List.copyOf(types.getOrDefault(type, Map.of()).keySet());
    }

    /**
     * The sections that a release reads in a type of file; none for types without sections.
     *
     * @param scope a type, {@code target} and {@code device} too, or {@code netdev:<kind>} for those of one kind of device
     */
    public Set<String> sections(String scope, int release) {
        if (sections.isEmpty()) {
            for (List<String> row : Tables.rows("sections.tsv", 3)) {
                sections.computeIfAbsent(row.get(0), name -> new TreeMap<>()).put(row.get(1), Lifespan.of(row.get(2), "", ""));
            }
        }
        Set<String> known = new TreeSet<>();
        sections.getOrDefault(scope, Map.of()).forEach((section, life) -> {
            if (life.usedBy(release)) {
                known.add(section);
            }
        });
        return known;
    }

    /** The file types, sorted. */
    public List<String> types() {
        return types.keySet().stream().sorted().toList();
    }

    /** The words of an enumeration; the name comes from a table of ours, so that an unknown one is a fault. */
    public Words words(String enumeration) {
        if (enums.isEmpty()) {
            enums.putAll(EnumTables.load());
        }
        Words words = enums.get(enumeration);
        if (words == null) {
            throw new InternalFault("the catalogue has no enumeration named " + enumeration);
        }
        return words;
    }
}
