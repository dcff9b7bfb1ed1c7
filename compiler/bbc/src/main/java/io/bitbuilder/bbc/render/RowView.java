package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.TableFile;
import io.bitbuilder.bbc.artefact.Word;
import java.util.List;

/** View of a table row for the template. */
public final class RowView {
    private final TableFile.Row row;

    RowView(TableFile.Row row) {
        this.row = row;
    }

    /** Returns its fields in the order of the columns. */
    public List<Word> getFields() {
        return row.fields();
    }
}
