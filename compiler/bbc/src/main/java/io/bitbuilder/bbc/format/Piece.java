package io.bitbuilder.bbc.format;

import io.bitbuilder.bbc.syntax.SourceToken;
import io.bitbuilder.bbc.syntax.SourceToken.Role;
import java.util.List;

/** Part of a statement or element: a token, or a bracket with its content. */
sealed interface Piece {
    /** Returns the first token. */
    SourceToken first();

    /** Returns the last token. */
    SourceToken last();

    /** Returns whether it cannot be on one line: it has a comment, or its writer has put it on several. */
    boolean broken();

    /** Returns the columns that it takes on one line, without comments. */
    int width();

    /** One token. */
    record Leaf(SourceToken token, boolean broken, int width) implements Piece {
        Leaf(SourceToken token) {
            this(token, token.text().indexOf('\n') >= 0, Spacing.width(token.text()));
        }

        @Override
        public SourceToken first() {
            return token;
        }

        @Override
        public SourceToken last() {
            return token;
        }
    }

    /** A bracket with its elements. */
    record Bracket(SourceToken first, List<Element> elements, SourceToken last, boolean broken, int width)
            implements Piece {
        /** Copies. */
        public Bracket {
            elements = List.copyOf(elements);
        }

        /** Creates a bracket; a line that ends after the opening one keeps it on several lines. */
        static Bracket of(SourceToken open, List<Element> elements, SourceToken close) {
            boolean alone = isBracket(open, elements, close);
            boolean broken = close.before().hasComment();
            int width = 2;
            for (Element element : elements) {
                SourceToken start = element.first();
                broken |= element.broken() || element.isDoc() || start.before().hasComment();
                width += element.width();
            }
            broken |= !alone
                    && !elements.isEmpty()
                    && elements.getFirst().first().before().newline();
            width += Spacing.separator(open.role()).length() * Math.max(elements.size() - 1, 0);
            width += Spacing.inside(open.role(), elements.isEmpty());
            return new Bracket(open, elements, close, broken, width);
        }

        private static boolean isBracket(SourceToken open, List<Element> elements, SourceToken close) {
            return !isBraces(open.role())
                    && elements.size() == 1
                    && elements.getFirst().pieces().size() == 1
                    && elements.getFirst().pieces().getFirst() instanceof Bracket inner
                    && !inner.isEmpty()
                    && !inner.first().before().hasComment()
                    && !close.before().hasComment();
        }

        private static boolean isBraces(Role role) {
            return role == Role.BODY || role == Role.NAMES;
        }

        /** Returns whether it has the braces of statements, members, fields or names. */
        boolean isBraces() {
            return isBraces(first.role());
        }

        /** Returns whether it only surrounds another bracket: both open and close on one line. */
        boolean isAround() {
            return isBracket(first, elements, last);
        }

        /** Returns whether there is neither an element nor a comment in it. */
        boolean isEmpty() {
            return elements.isEmpty() && !last.before().hasComment();
        }
    }
}
