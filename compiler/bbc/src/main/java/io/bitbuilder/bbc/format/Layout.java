package io.bitbuilder.bbc.format;

import io.bitbuilder.bbc.syntax.SourceToken;
import io.bitbuilder.bbc.syntax.SourceToken.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes an outline into lines of the style. All decisions depend on widths on one line and on what
 * {@link Piece#broken} says, which both are those of the result, too: to format the result changes nothing.
 */
final class Layout {
    /** Columns of a line that can be broken. */
    static final int WIDTH = 120;

    private static final int INDENT = 2;
    private static final int CONTINUATION = 4;

    private final Lines lines = new Lines();

    private Layout() {}

    /** Returns the lines of a file. */
    static String of(Outline outline) {
        Layout layout = new Layout();
        layout.elements(outline.elements(), outline.end(), 0, "");
        return layout.lines.end();
    }

    /** Writes elements, each on its own line, and the comments before what follows them. */
    private void elements(List<Element> elements, SourceToken after, int indent, String end) {
        boolean first = true;
        for (Element element : elements) {
            lines.begin(element.first(), indent, first);
            element(element, indent, end.length());
            lines.write(end);
            first = element.isDoc();
        }
        lines.comments(after.before(), indent, first);
    }

    /** Writes an element; {@code after} columns follow it on its last line. */
    private void element(Element element, int indent, int after) {
        if (!element.broken() && lines.column() + element.width() + after <= WIDTH) {
            lines.write(element);
            return;
        }
        List<Piece> pieces = element.pieces();
        int from = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Bracket braces && braces.isBraces() && !braces.isEmpty()) {
                next(pieces, from, i, indent, Spacing.width(" {"));
                join(pieces, i, indent);
                open(braces, indent);
                from = i + 1;
            }
        }
        next(pieces, from, pieces.size(), indent, after);
    }

    /** Writes the pieces from the start of the element or its last braces, if there are any. */
    private void next(List<Piece> pieces, int from, int to, int indent, int after) {
        if (from < to) {
            join(pieces, from, indent);
            run(pieces, from, to, indent, after);
        }
    }

    /** Writes the space or the comments before a piece that does not begin its element. */
    private void join(List<Piece> pieces, int at, int indent) {
        if (at == 0) {
            return;
        }
        SourceToken token = pieces.get(at).first();
        if (token.before().hasComment()) {
            lines.begin(token, indent + CONTINUATION, true);
        } else {
            lines.space(Spacing.between(pieces.get(at - 1).last(), token));
        }
    }

    /** Writes a bracket on several lines. */
    private void open(Piece.Bracket bracket, int indent) {
        lines.write(bracket.first().text());
        if (bracket.isAround()) {
            open((Piece.Bracket) bracket.elements().getFirst().pieces().getFirst(), indent);
        } else {
            String end = Spacing.end(bracket.first().role());
            elements(bracket.elements(), bracket.last(), indent + INDENT, end);
            lines.line(indent, false);
        }
        lines.write(bracket.last().text());
    }

    /** Writes pieces without braces; what is too wide is broken after its loosest operators, else in its brackets. */
    private void run(List<Piece> pieces, int from, int to, int indent, int after) {
        Optional<Role> operator = operator(pieces, from, to, after);
        if (operator.isEmpty()) {
            sequence(pieces, from, to, indent, after);
            return;
        }
        int start = from;
        for (int i = from; i < to; i++) {
            boolean last = i == to - 1;
            if (last || pieces.get(i).first().role() == operator.get()) {
                int own = indent + (start == from ? 0 : CONTINUATION);
                if (start > from) {
                    lines.begin(pieces.get(start).first(), own, true);
                }
                run(pieces, start, i + 1, own, last ? after : 0);
                start = i + 1;
            }
        }
    }

    /** Returns the operators to break after; empty if the line is not too wide, or a list at its end can be broken. */
    private Optional<Role> operator(List<Piece> pieces, int from, int to, int after) {
        int width = width(pieces, from, to);
        Piece last = pieces.get(to - 1);
        boolean list = last instanceof Piece.Bracket b && b.first().role() == Role.LIST && !b.isEmpty();
        if (lines.column() + width + after <= WIDTH || list && lines.column() + width - last.width() < WIDTH) {
            return Optional.empty();
        }
        return pieces.subList(from, to - 1).stream()
                .map(piece -> piece.first().role())
                .filter(Role::isOperator)
                .min(Comparator.naturalOrder());
    }

    private static int width(List<Piece> pieces, int from, int to) {
        int width = pieces.get(from).width();
        for (int i = from + 1; i < to; i++) {
            width += Spacing.between(pieces.get(i - 1).last(), pieces.get(i).first())
                    + pieces.get(i).width();
        }
        return width;
    }

    private void sequence(List<Piece> pieces, int from, int to, int indent, int after) {
        for (int i = from; i < to; i++) {
            if (i > from) {
                join(pieces, i, indent);
            }
            if (pieces.get(i) instanceof Piece.Bracket bracket
                    && !bracket.isEmpty()
                    && (bracket.broken() || lines.column() + bracket.width() + rest(pieces, i, to, after) > WIDTH)) {
                open(bracket, indent);
            } else {
                lines.write(pieces.get(i));
            }
        }
    }

    /** Returns the columns after a piece up to the next place where its line can end. */
    private static int rest(List<Piece> pieces, int at, int to, int after) {
        int width = 0;
        for (int i = at + 1; i < to; i++) {
            Piece piece = pieces.get(i);
            width += Spacing.between(pieces.get(i - 1).last(), piece.first());
            if (piece instanceof Piece.Bracket bracket && !bracket.isEmpty()) {
                return width + 1;
            }
            width += piece.width();
        }
        return width + after;
    }
}
