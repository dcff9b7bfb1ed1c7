package io.bitbuilder.systemd.catalogue;

import io.bitbuilder.core.fault.InternalFault;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Directives, sections, enumerations and specifiers of all releases of systemd from {@link #OLDEST} to {@link #NEWEST},
 * from {@code stdlib/catalogue}. Immutable; each table is read once, on first use.
 */
public final class Catalogue {
    private static final List<Integer> RELEASES =
            CatalogueTable.lines("releases.txt").stream().map(Integer::valueOf).toList();

    /** The oldest release that can be a target. */
    public static final int OLDEST = RELEASES.getFirst();

    /** The newest release in the tables. */
    public static final int NEWEST = RELEASES.getLast();

    private static final int COLUMNS = 13;
    private static final SortedMap<String, Directive> NONE = Collections.emptySortedMap();

    private final Map<String, Map<String, SortedMap<String, Directive>>> types;

    private Catalogue(Map<String, Map<String, SortedMap<String, Directive>>> types) {
        this.types = types;
    }

    /** Returns the catalogue of this program. */
    public static Catalogue load() {
        return Holder.CATALOGUE;
    }

    /** Reads the directives on first use. */
    private static final class Holder {
        static final Catalogue CATALOGUE = new Catalogue(read());
    }

    /** Reads the enumerations on first use. */
    private static final class Enums {
        static final Map<String, EnumWords> ALL = EnumTables.load();
    }

    /** Reads the sections on first use. */
    private static final class Sections {
        static final Map<String, Map<String, Lifespan>> ALL = lifespans("sections.tsv");
    }

    /** Reads the specifiers on first use. */
    private static final class Specifiers {
        static final Map<String, Map<String, Lifespan>> ALL = lifespans("specifiers.tsv");
    }

    private static Map<String, Map<String, Lifespan>> lifespans(String table) {
        Map<String, Map<String, Lifespan>> all = new HashMap<>();
        for (List<String> row : CatalogueTable.rows(table, 3)) {
            all.computeIfAbsent(row.get(0), name -> new TreeMap<>()).put(row.get(1), Lifespan.of(row.get(2), "", ""));
        }
        return Map.copyOf(all);
    }

    private static Map<String, Map<String, SortedMap<String, Directive>>> read() {
        Map<String, Map<String, SortedMap<String, Directive>>> types = new HashMap<>();
        for (List<String> row : CatalogueTable.rows("directives.tsv", COLUMNS)) {
            types.computeIfAbsent(row.get(0), type -> new TreeMap<>())
                    .computeIfAbsent(row.get(1), section -> new TreeMap<>())
                    .put(row.get(2), directive(row));
        }
        return Map.copyOf(types);
    }

    private static Directive directive(List<String> row) {
        return new Directive(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                row.get(5),
                row.get(6).equals("yes"),
                row.get(7).contains("append"),
                Lifespan.of(row.get(8), row.get(9), row.get(10)),
                row.get(11),
                row.get(12));
    }

    /** Returns the directive of a section and key in a file type such as {@code service} or {@code network}. */
    public Optional<Directive> find(String type, String section, String key) {
        return Optional.ofNullable(directives(type, section).get(key));
    }

    /** Returns the directives of a section by key, sorted; none when the type has no such section. */
    public SortedMap<String, Directive> directives(String type, String section) {
        return Collections.unmodifiableSortedMap(
                types.getOrDefault(type, Map.of()).getOrDefault(section, NONE));
    }

    /** Returns the sections of a file type, sorted. */
    public List<String> sections(String type) {
        return List.copyOf(types.getOrDefault(type, Map.of()).keySet());
    }

    /**
     * Returns the sections that a release reads in a type of file; none for types without sections.
     *
     * @param scope a type, {@code target} and {@code device} too, or {@code netdev:<kind>} for those of one kind of
     *     device
     */
    public Set<String> sections(String scope, int release) {
        return known(Sections.ALL, scope, release);
    }

    /**
     * Returns the letters that a release expands after {@code %}, each as a string; {@code %} itself is one of them.
     *
     * @param format kind of string that is expanded, such as {@code unit}, {@code unit-name} or {@code dnssd}
     */
    public Set<String> specifiers(String format, int release) {
        return known(Specifiers.ALL, format, release);
    }

    private static Set<String> known(Map<String, Map<String, Lifespan>> table, String scope, int release) {
        Set<String> known = new TreeSet<>();
        table.getOrDefault(scope, Map.of()).forEach((name, life) -> {
            if (life.usedBy(release)) {
                known.add(name);
            }
        });
        return known;
    }

    /** Returns the file types, sorted. */
    public List<String> types() {
        return types.keySet().stream().sorted().toList();
    }

    /** Returns the words of an enumeration; an unknown name is a fault, since the names come from shipped tables. */
    public EnumWords words(String enumeration) {
        EnumWords words = Enums.ALL.get(enumeration);
        if (words == null) {
            throw new InternalFault("unknown enumeration " + enumeration);
        }
        return words;
    }
}
