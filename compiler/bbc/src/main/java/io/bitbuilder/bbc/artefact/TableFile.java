package io.bitbuilder.bbc.artefact;

import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.core.fault.InternalFault;
import java.util.List;

/** File of lines with fields separated by spaces: tmpfiles.d(5), fstab(5). */
public record TableFile(String path, Table table, Banner banner, List<Row> rows) implements Artefact {
    /** Copies. */
    public TableFile {
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.fields().size() != table.columns().size()) {
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
    }

    /** Forms of such files, with a template each. */
    public enum Table {
        /** Folders of a tenant on a host; the age column is never used. */
        TMPFILES("tmpfiles", "type", "path", "mode", "user", "group", "age"),
        /** Volumes of a machine, mounted by the guest. */
        FSTAB("fstab", "device", "path", "type", "options", "dump", "pass"),
        /** Names that a guest resolves without a name server, hosts(5). */
        HOSTS("hosts", "address", "name"),
        /** Files that a machine writes from its credentials. */
        GUEST_TMPFILES("guest.tmpfiles", "type", "path", "mode", "user", "group", "age", "credential");

        private final String template;
        private final List<String> columns;

        Table(String template, String... columns) {
            this.template = template;
            this.columns = List.of(columns);
        }

        /** Returns the name of the template without {@code .vm}. */
        public String template() {
            return template;
        }

        /** Returns the names of the fields. */
        public List<String> columns() {
            return columns;
        }
    }
}
