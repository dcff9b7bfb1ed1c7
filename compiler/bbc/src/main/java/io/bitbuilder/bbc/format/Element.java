package io.bitbuilder.bbc.format;

import io.bitbuilder.bbc.syntax.SourceToken;
import io.bitbuilder.bbc.syntax.SourceToken.Role;
import java.util.List;

/**
 * Statement, declaration, member, element of a list, or documentation.
 *
 * @param pieces its parts, at least one
 * @param broken whether it cannot be on one line
 * @param width the columns that it takes on one line, without comments
 */
record Element(List<Piece> pieces, boolean broken, int width) {
    /** Copies. */
    Element {
        pieces = List.copyOf(pieces);
    }

    /** Creates an element. */
    static Element of(List<Piece> pieces) {
        boolean broken = pieces.getFirst().broken();
        int width = pieces.getFirst().width();
        for (int i = 1; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            broken |= piece.broken() || piece.first().before().hasComment();
            width += Spacing.between(pieces.get(i - 1).last(), piece.first()) + piece.width();
        }
        return new Element(pieces, broken, width);
    }

    /** Returns the first token. */
    SourceToken first() {
        return pieces.getFirst().first();
    }

    /** Returns whether it is documentation, which has its own lines. */
    boolean isDoc() {
        return first().role() == Role.DOC;
    }
}
