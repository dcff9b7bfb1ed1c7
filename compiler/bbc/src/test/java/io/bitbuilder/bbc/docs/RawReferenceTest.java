package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.bind.TestProgram;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.core.Repository;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code docs/raw.md} is generated from {@code stdlib/catalogue/raw.tsv}; {@code -Dbbc.bless=true} regenerates it. */
class RawReferenceTest {
    private static final Path PAGE = Repository.path("docs/raw.md");
    private static final String HEAD = """
            # raw

            Generated from `stdlib/catalogue/raw.tsv` and the fields of `stdlib/kinds` that write a directive; edit
            those.

            `raw "file/section" { Key = value }` sets systemd directives that no field sets: in the service of a
            workload, the settings of a container, the files of a network's bridge, the slice of a tenant. A list
            gives one line per element. A number, size, duration, percentage or address is written as systemd writes
            it, `true` as `yes`, and a string as it is.

            The fleet's systemd must have and use each directive and accept its value, and the author must be allowed
            to set both. *tenant*: everybody, within the limit. *platform*: the platform in its own files, in a
            profile or in `defaults`, without the limit. *field*: reserved for the named field. Other
            directives cannot be set: those that isolate tenants, run programs or name files or devices of the host: no
            guest gets a device. No value may contain a specifier; `%%` is a percent sign.

            bbc writes these lines to a separate `60-raw.conf` beside the unit or the bridge, or to the end of a
            `.nspawn` file, and `bbc diff` lists them before all but losses of data and recreated devices. A directive
            of a service or of a container's settings takes effect when the workload restarts.
            """;

    @Test
    void thePageListsTheAllowedDirectives() throws IOException {
        String generated = page();
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(PAGE, generated);
        }
        assertEquals(
                Files.readString(PAGE), generated, "docs/raw.md is out of date: see docs/testing.md for how to bless");
    }

    /** Rows by owner, target and directive; a field comes before the table. */
    private static Collection<List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        CatalogueTable.rows("raw.tsv", 6).forEach(row -> rows.put(String.join(" ", row.subList(0, 3)), row));
        for (Kind kind : new TestProgram().program().schema().kinds()) {
            if (kind.keyedBlocks("raw").isPresent()) {
                kind.fields()
                        .forEach((path, field) -> field.writes().forEach(w -> {
                            String target =
                                    ArtefactKind.written(kind.name(), w.file())
                                                    .orElseThrow()
                                                    .content()
                                                    .getFirst() + "/" + w.section();
                            rows.put(
                                    kind.name() + " " + target + " " + w.key(),
                                    List.of(kind.name(), target, w.key(), "field", "", path));
                        }));
            }
        }
        return rows.values();
    }

    private static String page() {
        Map<String, StringBuilder> tables = new TreeMap<>();
        for (List<String> row : rows()) {
            String title = "\n## `raw \"" + row.get(1) + "\"` in a " + row.get(0)
                    + "\n\n| directive | who | limit | |\n|---|---|---|---|\n";
            String limit = row.get(4).isEmpty() || row.get(4).equals("any")
                    ? ""
                    : "`" + row.get(4).replace("|", "` or `") + "`";
            boolean field = row.get(3).equals("field");
            tables.computeIfAbsent(row.get(0) + " " + row.get(1), t -> new StringBuilder(title))
                    .append("| `")
                    .append(row.get(2))
                    .append("` | ")
                    .append(row.get(3))
                    .append(" | ")
                    .append(limit)
                    .append(" | ")
                    .append(field ? "`" + row.get(5) + "`" : row.get(5))
                    .append(" |\n");
        }
        return HEAD + String.join("", tables.values());
    }
}
