package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.TableFile;
import io.bitbuilder.bbc.artefact.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a template sees of a line of fields: each field under the name of its column. */
public final class RowView {
    private final List<String> columns;
    private final TableFile.Row row;

    RowView(TableFile.Table table, TableFile.Row row) {
        this.columns = table.columns();
        this.row = row;
    }

    /** The field of a column; null when there is no such column, which is a fault in the template. */
    public @Nullable Word get(String column) {
        int at = columns.indexOf(column);
        return at < 0 ? null : row.fields().get(at);
    }
}
