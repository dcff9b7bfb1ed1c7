package io.bitbuilder.bbc.format;

import io.bitbuilder.bbc.syntax.SourceToken;
import io.bitbuilder.bbc.syntax.TokenGap;

/** Lines of the result: indentation, comments and blank lines. */
final class Lines {
    /** Two, so that a trailing comment stands apart from values. */
    private static final String BEFORE_TRAILING = "  ";

    private final StringBuilder out = new StringBuilder();
    private int column;

    /** Returns the number of columns of the line so far, without a trailing comment. */
    int column() {
        return column;
    }

    /** Writes a string, which may have several lines. */
    void write(String text) {
        out.append(text);
        int feed = text.lastIndexOf('\n');
        column = feed < 0 ? column + Spacing.width(text) : Spacing.width(text.substring(feed + 1));
    }

    /** Writes a piece on this line. */
    void write(Piece piece) {
        if (piece instanceof Piece.Leaf leaf) {
            write(leaf.token().text());
        } else {
            new Flat(out).write(piece);
            column += piece.width();
        }
    }

    /** Writes an element on this line. */
    void write(Element element) {
        new Flat(out).write(element);
        column += element.width();
    }

    /** Writes spaces. */
    void space(int columns) {
        out.repeat(' ', columns);
        column += columns;
    }

    /**
     * Writes the comments before a token and begins its line.
     *
     * @param first whether nothing is above that a blank line could separate
     */
    void begin(SourceToken token, int indent, boolean first) {
        boolean nothingAbove = comments(token.before(), indent, first) && first;
        line(indent, token.before().blank() && !nothingAbove);
    }

    /** Writes comments, each on its own line but for a trailing one; returns whether there is no own line. */
    boolean comments(TokenGap gap, int indent, boolean first) {
        gap.trailing().ifPresent(comment -> out.append(BEFORE_TRAILING).append(comment));
        boolean none = true;
        for (TokenGap.Comment comment : gap.comments()) {
            line(indent, comment.blank() && !(first && none));
            out.append(comment.text());
            none = false;
        }
        return none;
    }

    /** Begins a line, if anything is above. */
    void line(int indent, boolean blank) {
        if (!out.isEmpty()) {
            out.append(blank ? "\n\n" : "\n");
        }
        out.repeat(' ', indent);
        column = indent;
    }

    /** Returns the file. */
    String end() {
        return out.isEmpty() ? "" : out.append('\n').toString();
    }
}
