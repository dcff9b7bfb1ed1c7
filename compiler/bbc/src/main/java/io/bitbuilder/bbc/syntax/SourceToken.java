package io.bitbuilder.bbc.syntax;

/**
 * Token of a valid file as it is written. A string is one token, with its quotes and expressions.
 *
 * @param text the characters, with line feeds as line ends; empty for a separator and the end of the file
 * @param before the space between the token and the one before it
 */
public record SourceToken(Role role, String text, TokenGap before) {
    /** Role of a token in the layout of its line. Operators are in the order of their binding, the loosest first. */
    public enum Role {
        /** Comma outside of brackets. */
        COMMA,
        /** {@code or}. */
        OR,
        /** {@code and}. */
        AND,
        /** Comparison, {@code in} or {@code contains}. */
        COMPARISON,
        /** {@code +}, binary {@code -}. */
        SUM,
        /** {@code *}, {@code /}. */
        PRODUCT,
        /** Prefix {@code -}. */
        PREFIX,
        /** {@code .}, {@code ..}. */
        TIGHT,
        /** {@code :}, {@code ?}. */
        SUFFIX,
        /** Name, keyword, literal, string, assignment or arrow. */
        WORD,
        /** Documentation. */
        DOC,
        /** End of a statement, member or element, however it is written. */
        SEPARATOR,
        /** <code>{</code> of statements, members or fields. */
        BODY,
        /** <code>{</code> of the names of an enum. */
        NAMES,
        /** Opening bracket of elements with commas, the last of which may have one too. */
        LIST,
        /** The same directly after the name of a function or profile. */
        CALL,
        /** Opening bracket of one expression or type. */
        GROUP,
        /** Closing bracket. */
        CLOSE,
        /** End of the file. */
        END;

        /** Returns whether a line can end after it within a statement. */
        public boolean isOperator() {
            return compareTo(PRODUCT) <= 0;
        }

        /** Returns whether it opens a bracket. */
        public boolean isOpening() {
            return compareTo(BODY) >= 0 && compareTo(GROUP) <= 0;
        }
    }

    /** Separator, without characters of its own. */
    static final SourceToken SEPARATOR = new SourceToken(Role.SEPARATOR, "", TokenGap.NONE);
}
