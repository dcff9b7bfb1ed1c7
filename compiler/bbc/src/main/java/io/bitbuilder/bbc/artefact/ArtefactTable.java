package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Table of all kinds of files, {@code artefacts.tsv}; its first lines describe the columns. */
final class ArtefactTable {
    private static final String RESOURCE = "/stdlib/artefacts.tsv";
    private static final int KIND_COLUMNS = 7;
    private static final int IMPACT_COLUMNS = 4;
    private static final String NONE = "-";

    private final List<ArtefactKind> kinds;
    private final Map<String, ArtefactKind> byId;

    private ArtefactTable(Map<String, ArtefactKind> byId, List<ArtefactKind> kinds) {
        this.byId = Map.copyOf(byId);
        this.kinds = List.copyOf(kinds);
    }

    /** Returns the table of this program. */
    static ArtefactTable shipped() {
        return Holder.TABLE;
    }

    /** Reads the table on first use. */
    private static final class Holder {
        static final ArtefactTable TABLE = parse(text());
    }

    private static String text() {
        try (InputStream in = ArtefactTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new InternalFault(RESOURCE + " is missing from the installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InternalFault(RESOURCE + " cannot be read", e);
        }
    }

    /** Row of a kind, and the rows below it. */
    private record Rows(List<String> kind, List<List<String>> impacts) {}

    static ArtefactTable parse(String table) {
        List<Rows> all = new ArrayList<>();
        for (String line : table.lines().filter(l -> !l.startsWith("#")).toList()) {
            List<String> columns = List.of(line.strip().split("\t", -1));
            if (!line.startsWith("\t")) {
                all.add(new Rows(columns, new ArrayList<>()));
            } else if (all.isEmpty()) {
                throw fault("the first row is not a kind");
            } else {
                all.getLast().impacts.add(columns);
            }
        }
        Map<String, ArtefactKind> byId = new HashMap<>();
        List<ArtefactKind> kinds = new ArrayList<>();
        for (Rows rows : all) {
            ArtefactKind kind = kind(rows, byId);
            kinds.add(kind);
            if (byId.put(kind.id(), kind) != null) {
                throw fault("duplicate kind " + kind.id());
            }
        }
        return new ArtefactTable(byId, kinds);
    }

    private static ArtefactKind kind(Rows rows, Map<String, ArtefactKind> before) {
        List<String> row = rows.kind;
        if (row.size() != KIND_COLUMNS) {
            throw fault("a row of " + row.size() + " columns: " + row);
        }
        String[] writes =
                row.get(6).equals(NONE) ? new String[] {"", NONE} : row.get(6).split(":", 2);
        return new ArtefactKind(
                row.get(0),
                new PathPattern(row.get(1)),
                word(row.get(2)).map(Role::of),
                word(row.get(3)),
                list(row.get(4)),
                word(row.get(5)),
                writes[0],
                list(writes[1]),
                rows.impacts.stream().flatMap(r -> impacts(r, before).stream()).toList());
    }

    private static Optional<String> word(String column) {
        return Optional.of(column).filter(c -> !c.equals(NONE));
    }

    private static List<String> list(String column) {
        return column.equals(NONE) ? List.of() : List.of(column.split(","));
    }

    /** One rule, or the rules of the kind that a row of one word names; that kind is above it. */
    private static List<ImpactRule> impacts(List<String> row, Map<String, ArtefactKind> before) {
        if (row.size() == 1) {
            return Optional.ofNullable(before.get(row.getFirst()))
                    .orElseThrow(() -> fault("no kind " + row.getFirst() + " above the row that names it"))
                    .impacts();
        }
        if (row.size() != IMPACT_COLUMNS) {
            throw fault("an impact of " + row.size() + " columns: " + row);
        }
        Impact impact = Impact.valueOf(row.get(2).toUpperCase(Locale.ROOT));
        return List.of(new ImpactRule(row.get(0), row.get(1), impact, row.get(3)));
    }

    List<ArtefactKind> kinds() {
        return kinds;
    }

    ArtefactKind find(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(() -> fault("no kind " + id));
    }

    ArtefactKind at(String path) {
        return kinds.stream()
                .filter(k -> k.path().matches(path))
                .findFirst()
                .orElseThrow(() -> fault("no kind for the path " + path));
    }

    private static InternalFault fault(String what) {
        return new InternalFault(RESOURCE + ": " + what);
    }
}
