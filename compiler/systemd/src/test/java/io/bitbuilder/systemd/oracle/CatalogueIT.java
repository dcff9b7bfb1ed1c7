package io.bitbuilder.systemd.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.systemd.catalogue.Capabilities;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue agrees with the output of the newest release's own programs. */
@Tag("oracle")
@ExtendWith(OracleRootExtension.class)
class CatalogueIT {
    private static final Pattern OPTION = Pattern.compile("^ *(?:-(\\w) )? *--([\\w-]+)");

    @TempDir
    private Path etc;

    private HostTree nothing;

    @BeforeEach
    void anEmptyTree() {
        nothing = new HostTree("nothing", etc);
    }

    @Test
    void unitDirectives(OracleRoot root) {
        Set<String> theirs = new TreeSet<>();
        String section = "";
        // Not by exec: the first process of the namespace would be a manager that starts up.
        for (String line : root.inside(nothing, "/usr/lib/systemd/systemd --dump-configuration-items; :")
                .lines()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (line.contains("=") && !section.isEmpty()) {
                theirs.add(section + "." + line.substring(0, line.indexOf('=')));
            }
        }
        Catalogue catalogue = Catalogue.load();
        Set<String> ours = new TreeSet<>();
        for (String type :
                List.of("unit", "service", "socket", "mount", "automount", "swap", "timer", "path", "slice", "scope")) {
            for (String name : catalogue.sections(type)) {
                catalogue.directives(type, name).values().stream()
                        .filter(d -> d.lifespan().usedBy(Catalogue.NEWEST))
                        .forEach(d -> ours.add(name + "." + d.key()));
            }
        }
        assertTrue(theirs.size() > 1000, () -> "only " + theirs.size() + " directives");
        assertEquals(theirs, ours);
    }

    @Test
    void systemCallGroups(OracleRoot root) {
        Map<String, Set<String>> theirs = new TreeMap<>();
        String group = "";
        for (String line : root.inside(nothing, "exec systemd-analyze --no-pager syscall-filter")
                .lines()) {
            if (line.startsWith("@")) {
                group = line.strip();
                theirs.put(group, new TreeSet<>());
            } else if (line.startsWith(" ") && !line.strip().startsWith("#")) {
                theirs.get(group).add(line.strip());
            }
        }
        Map<String, Set<String>> ours = new TreeMap<>();
        CatalogueTable.rows("syscall-groups.tsv", 2)
                .forEach(row ->
                        ours.put(row.get(0), new TreeSet<>(List.of(row.get(1).split(" ")))));
        assertEquals(theirs, ours);
    }

    @Test
    void capabilities(OracleRoot root) {
        Set<String> theirs = root.inside(nothing, "exec systemd-analyze --no-pager capability").lines().stream()
                .filter(line -> line.startsWith("cap_"))
                .map(line -> line.split(" +")[0].toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(theirs, new TreeSet<>(Capabilities.all()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"systemd-nspawn", "systemd-vmspawn"})
    void options(String tool, OracleRoot root) {
        Map<String, String> theirs = new TreeMap<>();
        for (String line : root.inside(nothing, "exec " + tool + " --help").lines()) {
            Matcher option = OPTION.matcher(line);
            if (option.find()) {
                theirs.put("--" + option.group(2), option.group(1) == null ? "" : "-" + option.group(1));
            }
        }
        Map<String, String> ours = CatalogueTable.rows("options.tsv", 7).stream()
                .filter(row -> row.get(0).equals(tool))
                .collect(Collectors.toMap(row -> row.get(1), row -> row.get(2)));
        assertTrue(theirs.size() > 50, () -> "only " + theirs);
        theirs.forEach((option, letter) -> assertEquals(letter, ours.get(option), option));
    }
}
