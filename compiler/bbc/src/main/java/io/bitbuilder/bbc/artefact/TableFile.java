package io.bitbuilder.bbc.artefact;

import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.core.fault.InternalFault;
import java.util.List;

/** File of lines with fields separated by spaces: tmpfiles.d(5), fstab(5). */
public record TableFile(String path, ArtefactKind kind, Banner banner, List<Row> rows) implements Artefact {
    /** Copies. */
    public TableFile {
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.fields().size() != kind.content().size()) {
                throw new InternalFault(path + " has a row of " + row.fields().size() + " fields");
            }
        }
    }

    /** One line: its fields in the order of the columns, and its origin. */
    public record Row(List<Word> fields, Origin origin) {
        /** Copies. */
        public Row {
            fields = List.copyOf(fields);
        }

        /** Returns the line. */
        @Override
        public String toString() {
            return String.join(" ", fields.stream().map(Word::text).toList());
        }
    }
}
