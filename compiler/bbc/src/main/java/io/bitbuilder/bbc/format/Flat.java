package io.bitbuilder.bbc.format;

/** Writes parts on one line, without comments. */
final class Flat {
    private final StringBuilder out;

    Flat(StringBuilder out) {
        this.out = out;
    }

    /** Returns an element on one line. */
    static String of(Element element) {
        StringBuilder out = new StringBuilder();
        new Flat(out).write(element);
        return out.toString();
    }

    void write(Element element) {
        for (int i = 0; i < element.pieces().size(); i++) {
            Piece piece = element.pieces().get(i);
            if (i > 0) {
                out.repeat(' ', Spacing.between(element.pieces().get(i - 1).last(), piece.first()));
            }
            write(piece);
        }
    }

    void write(Piece piece) {
        switch (piece) {
            case Piece.Leaf leaf -> out.append(leaf.token().text());
            case Piece.Bracket bracket -> {
                int inside = Spacing.inside(
                        bracket.first().role(), bracket.elements().isEmpty());
                out.append(bracket.first().text()).repeat(' ', (inside + 1) / 2);
                String separator = "";
                for (Element element : bracket.elements()) {
                    out.append(separator);
                    write(element);
                    separator = Spacing.separator(bracket.first().role());
                }
                out.repeat(' ', inside / 2).append(bracket.last().text());
            }
        }
    }
}
