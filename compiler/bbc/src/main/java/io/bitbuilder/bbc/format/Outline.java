package io.bitbuilder.bbc.format;

import io.bitbuilder.bbc.syntax.SourceToken;
import io.bitbuilder.bbc.syntax.SourceToken.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tokens of a file, nested by brackets.
 *
 * @param elements declarations and their documentation
 * @param end the end of the file
 */
record Outline(List<Element> elements, SourceToken end) {
    /** Copies. */
    Outline {
        elements = List.copyOf(elements);
    }

    /** Nests the tokens of a valid file. */
    static Outline of(List<SourceToken> tokens) {
        return new Outline(new Nesting(tokens).elements(Role.BODY), tokens.getLast());
    }

    /** Returns each declaration on one line, without comments: equal for files that differ in layout alone. */
    List<String> statements() {
        return elements.stream().map(Flat::of).toList();
    }

    /** Returns all comments in their order. */
    static Stream<String> comments(List<SourceToken> tokens) {
        return tokens.stream().flatMap(token -> token.before().texts());
    }

    /** Position in the tokens; brackets are as deep as the limit of nesting allows. */
    private static final class Nesting {
        private final List<SourceToken> tokens;
        private int at;

        private Nesting(List<SourceToken> tokens) {
            this.tokens = tokens;
        }

        /** Reads up to the closing bracket or the end of the file. */
        private List<Element> elements(Role open) {
            List<Element> elements = new ArrayList<>();
            List<Piece> pieces = new ArrayList<>();
            while (true) {
                SourceToken token = tokens.get(at);
                Role role = token.role();
                boolean last = role == Role.CLOSE || role == Role.END;
                if (!last) {
                    at++;
                }
                if (!last && role != Role.SEPARATOR) {
                    pieces.add(role.isOpening() ? bracket(token) : new Piece.Leaf(token));
                }
                boolean ends = last || role == Role.SEPARATOR || role == Role.DOC || open == Role.NAMES;
                if (ends && !pieces.isEmpty()) {
                    elements.add(Element.of(pieces));
                    pieces.clear();
                }
                if (last) {
                    return elements;
                }
            }
        }

        private Piece.Bracket bracket(SourceToken open) {
            List<Element> elements = elements(open.role());
            SourceToken close = tokens.get(at++);
            return Piece.Bracket.of(open, elements, close);
        }
    }
}
