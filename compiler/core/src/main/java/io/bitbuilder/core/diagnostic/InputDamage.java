package io.bitbuilder.core.diagnostic;

/** Part of the input left unread after a mistake, in increasing order; its consequences are not reported. */
public enum InputDamage {
    /** A statement has no effect: a value that it sets may seem missing in its file. */
    UNREAD_STATEMENT,
    /** A part of the file is dropped: a declaration in it may seem missing in all files of its owner. */
    UNPARSED_FILE,
    /** The nesting of the file is unknown as well: its members may seem to be in the wrong block. */
    UNBALANCED_FILE,
    /** A string has no end: brackets in it were not seen, and later text was read as something else. */
    UNTERMINATED_FILE
}
