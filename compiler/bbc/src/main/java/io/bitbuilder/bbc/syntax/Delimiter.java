package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcLexer;

/** Kind of an open bracket. */
enum Delimiter {
    /** The file itself. */
    FILE("}", BbcLexer.RBRACE),
    /** <code>{ … }</code>; newlines end statements. */
    BRACE("}", BbcLexer.RBRACE),
    /** {@code ( … )}. */
    PAREN(")", BbcLexer.RPAREN),
    /** {@code [ … ]}. */
    BRACKET("]", BbcLexer.RBRACKET),
    /** {@code " … "}. */
    TEXT("\"", BbcLexer.TEXT_CLOSE),
    /** <code>{ … }</code> within a string. */
    INTERPOLATION("}", BbcLexer.RBRACE);

    private final String closing;
    private final int closingType;

    Delimiter(String closing, int closingType) {
        this.closing = closing;
        this.closingType = closingType;
    }

    /** Returns the closing bracket. */
    String closing() {
        return closing;
    }

    /** Returns the token of the closing bracket. */
    int closingType() {
        return closingType;
    }

    /** Returns whether newlines within it end no statement, and braces close it by mistake only. */
    boolean isInline() {
        return this == PAREN || this == BRACKET;
    }
}
