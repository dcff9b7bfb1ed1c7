package io.bitbuilder.core.diagnostic;

import java.util.Set;

/**
 * Role of a code when a mistake leaves part of a file unread: its possible consequences, and the other causes of unread
 * parts.
 */
public enum Cascade {
    /** Cause: the statement with this mistake is not evaluated, so that its file may lack something. */
    UNREAD_STATEMENT,
    /** Consequence: something is missing, which the unread part of the same file may contain. */
    ABSENCE,
    /** Consequence: a declaration is missing, which the unread part of a file may contain. */
    UNKNOWN_NAME,
    /** Consequence: a declaration is missing, which only a damaged file of the same owner may contain. */
    ABSENCE_OF_OWNER;

    /** Families of bytes, tokens and grammar: their errors leave a part of the file unread. */
    private static final Set<String> SYNTAX = Set.of("LEX", "SYN", "JSN");

    /** Returns whether findings with this role may follow from an unread part of a file. */
    public boolean isConsequence() {
        return this != UNREAD_STATEMENT;
    }

    /** Returns true for errors of bytes, tokens and grammar. */
    public static boolean isSyntaxError(Finding finding) {
        return finding.severity() == Severity.ERROR
                && SYNTAX.contains(finding.code().family());
    }
}
