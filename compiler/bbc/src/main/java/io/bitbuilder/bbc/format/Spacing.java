package io.bitbuilder.bbc.format;

import io.bitbuilder.bbc.syntax.SourceToken;
import io.bitbuilder.bbc.syntax.SourceToken.Role;

/** Space between tokens on one line. */
final class Spacing {
    private Spacing() {}

    /** Returns the columns of a string. */
    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns the spaces between neighbours. */
    static int between(SourceToken left, SourceToken right) {
        return switch (right.role()) {
            case COMMA, SUFFIX, CALL -> 0;
            case TIGHT -> joinsNumber(left, right) ? 1 : 0;
            default -> left.role() == Role.PREFIX || left.role() == Role.TIGHT ? 0 : 1;
        };
    }

    /** Returns whether a number and a dot would become another token. */
    private static boolean joinsNumber(SourceToken left, SourceToken right) {
        return right.text().equals(".") && Character.isDigit(left.text().charAt(0));
    }

    /** Returns what separates the elements of a bracket on one line. */
    static String separator(Role open) {
        return switch (open) {
            case BODY -> "; ";
            case NAMES -> " ";
            case LIST, CALL -> ", ";
            default -> "";
        };
    }

    /** Returns what ends each element of a bracket on several lines. */
    static String end(Role open) {
        return open == Role.LIST || open == Role.CALL ? "," : "";
    }

    /** Returns the number of spaces next to both brackets on one line; empty braces have one between them. */
    static int inside(Role open, boolean empty) {
        return open == Role.BODY || open == Role.NAMES ? empty ? 1 : 2 : 0;
    }
}
