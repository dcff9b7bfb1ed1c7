package io.bitbuilder.systemd.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.systemd.grammar.common.HostSpecifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of the catalogue's tables, whoever made them. */
class CatalogueTablesTest {
    private static final Pattern ENUM = Pattern.compile("(?:bool-or-)?enum(?:-list|-restricted)?:(\\w+)");

    private final Catalogue catalogue = Catalogue.load();

    /** The columns before {@code key} name the row. */
    @ParameterizedTest
    @CsvSource({
        "directives.tsv,13,3",
        "words.tsv,6,2",
        "enums.tsv,2,1",
        "specifiers.tsv,3,2",
        "sections.tsv,3,2",
        "options.tsv,7,2",
        "forms.tsv,2,1",
        "misnomers.tsv,4,3",
        "removed.tsv,2,1",
        "services.tsv,2,1",
        "orders.tsv,3,3",
        "syscall-groups.tsv,2,1",
        "syscalls.tsv,2,1"
    })
    void rowsAreSortedAndNamedOnce(String table, int columns, int key) {
        List<List<String>> rows = CatalogueTable.rows(table, columns);
        List<String> lines = rows.stream().map(r -> String.join("\t", r)).toList();
        assertFalse(lines.isEmpty());
        assertEquals(rows.stream().sorted(CatalogueTablesTest::byColumns).toList(), rows);
        assertEquals(
                lines.size(),
                rows.stream()
                        .map(r -> r.subList(0, key))
                        .collect(Collectors.toSet())
                        .size());
    }

    private static int byColumns(List<String> one, List<String> other) {
        for (int at = 0; at < one.size(); at++) {
            int order = one.get(at).compareTo(other.get(at));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @ParameterizedTest
    @CsvSource({
        "directives.tsv,13,8,10",
        "words.tsv,6,2,4",
        "specifiers.tsv,3,2,2",
        "sections.tsv,3,2,2",
        "options.tsv,7,5,6",
        "syscalls.tsv,2,1,1",
        "features.tsv,3,1,1"
    })
    void releasesAreInRange(String table, int columns, int first, int last) {
        for (List<String> row : CatalogueTable.rows(table, columns)) {
            for (int at = first; at <= last; at++) {
                String release = row.get(at);
                assertTrue(release.matches("|old|[12][0-9]{0,2}|[3-9][0-9]?"), row::toString);
                assertTrue(
                        release.isEmpty() || release.equals("old") || Integer.parseInt(release) <= Catalogue.NEWEST,
                        row::toString);
            }
        }
    }

    @Test
    void directivesAreIntroducedBeforeTheirRemoval() {
        for (Directive directive : directives()) {
            Lifespan life = directive.lifespan();
            assertTrue(life.since() < life.removed() || life.removed() == 0, directive::toString);
            assertTrue(life.deprecated() == Lifespan.NEVER || life.deprecated() < life.removed(), directive::toString);
        }
    }

    @Test
    void everyNamedWordListExists() {
        Set<String> named = new HashSet<>();
        for (Directive directive : directives()) {
            Matcher enumeration = ENUM.matcher(directive.valueClass());
            if (enumeration.matches()) {
                named.add(enumeration.group(1));
            }
        }
        assertTrue(named.size() > 100, named::toString);
        for (String name : named) {
            for (int release = Catalogue.OLDEST; release <= Catalogue.NEWEST; release++) {
                int at = release;
                boolean used = directives().stream()
                        .anyMatch(d -> d.valueClass().endsWith(":" + name)
                                && d.lifespan().usedBy(at));
                assertTrue(!used || !catalogue.words(name).at(release).isEmpty(), name);
            }
        }
    }

    @Test
    void everyListOfWordsIsInBothTables() {
        Set<String> lists =
                CatalogueTable.rows("enums.tsv", 2).stream().map(List::getFirst).collect(Collectors.toSet());
        Set<String> words =
                CatalogueTable.rows("words.tsv", 6).stream().map(List::getFirst).collect(Collectors.toSet());
        assertEquals(lists, words);
    }

    @Test
    void everyReplacementExists() {
        List<String> missing = new ArrayList<>();
        for (Directive directive : directives()) {
            for (String replacement : directive.replacement().split(",")) {
                if (!replacement.isEmpty() && !exists(directive, replacement)) {
                    missing.add(directive.type() + " " + directive.section() + "." + directive.key() + " -> "
                            + replacement);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private boolean exists(Directive directive, String replacement) {
        int colon = replacement.indexOf(':');
        String type = colon < 0 ? directive.type() : replacement.substring(0, colon);
        String place = replacement.substring(colon + 1);
        int dot = place.indexOf('.');
        String section = dot < 0 ? directive.section() : place.substring(0, dot);
        return catalogue
                .find(section.equals("Unit") ? "unit" : type, section, place.substring(dot + 1))
                .isPresent();
    }

    /** The specifiers of a directive are the same in the table and in the code that expands them. */
    @Test
    void theTableListsExpandedSpecifiers() {
        Feature strict = Feature.of("tmpfiles-strict");
        for (int release = Catalogue.OLDEST; release <= Catalogue.NEWEST; release++) {
            assertEquals(catalogue.specifiers("repart.d", release), accepted(HostSpecifiers.SYSTEM));
            assertEquals(catalogue.specifiers("sysusers.d", release), accepted(HostSpecifiers.SYSTEM));
            assertEquals(catalogue.specifiers("sysupdate.d", release), accepted(HostSpecifiers.SYSTEM));
            assertEquals(
                    catalogue.specifiers("tmpfiles.d", release),
                    accepted(strict.isIn(release) ? HostSpecifiers.TMPFILES : HostSpecifiers.TMPFILES_261));
        }
    }

    private static Set<String> accepted(HostSpecifiers specifiers) {
        Set<String> letters = new TreeSet<>();
        for (char c = '!'; c < 127; c++) {
            if (c == '%'
                    || Character.isLetterOrDigit(c)
                            && specifiers.expand("%" + c).isPresent()) {
                letters.add(String.valueOf(c));
            }
        }
        return letters;
    }

    @Test
    void versionsMatchTheReleaseNotes() {
        Map<String, Integer> since = Map.of(
                "service RefreshOnReload",
                260,
                "service MemoryTHP",
                260,
                "slice ActivatingConcurrencyMax",
                262,
                "service RestartRandomizedDelaySec",
                262,
                "nspawn NamespacePath",
                259,
                "nspawn RestrictAddressFamilies",
                261);
        since.forEach((place, release) -> {
            String[] words = place.split(" ");
            List<Directive> found = directives().stream()
                    .filter(d -> d.type().equals(words[0]) && d.key().equals(words[1]))
                    .toList();
            assertEquals(
                    List.of(release),
                    found.stream().map(d -> d.lifespan().since()).toList(),
                    place);
        });
        assertTrue(catalogue
                        .find("service", "Service", "CPUShares")
                        .orElseThrow()
                        .lifespan()
                        .removed()
                == 258);
        assertFalse(catalogue.words("private_users").accepts("managed", 259));
        assertTrue(catalogue.words("private_users").accepts("managed", 260));
        assertTrue(catalogue.words("multicast_router").accepts("off", 258));
        assertFalse(catalogue.words("multicast_router").accepts("on", 258));
    }

    private List<Directive> directives() {
        List<Directive> all = new ArrayList<>();
        for (String type : catalogue.types()) {
            for (String section : catalogue.sections(type)) {
                all.addAll(catalogue.directives(type, section).values());
            }
        }
        return all;
    }
}
