package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.TableFile;
import io.bitbuilder.bbc.artefact.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** View of a table row for the template: each field by the name of its column. */
public final class RowView {
    private final List<String> columns;
    private final TableFile.Row row;

    RowView(TableFile.Table table, TableFile.Row row) {
        this.columns = table.columns();
        this.row = row;
    }

    /** Returns the field of a column; null for an unknown column, which is a fault in the template. */
    public @Nullable Word get(String column) {
        int at = columns.indexOf(column);
        return at < 0 ? null : row.fields().get(at);
    }
}
