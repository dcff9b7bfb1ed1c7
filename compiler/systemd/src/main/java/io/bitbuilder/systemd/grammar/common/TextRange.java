package io.bitbuilder.systemd.grammar.common;

/**
 * Part of a string, which a complaint is about.
 *
 * @param text the string; empty when no parser has named one
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record TextRange(String text, int start, int end) {

    /** Returns the whole string. */
    static TextRange ofAll(String text) {
        return new TextRange(text, 0, text.length());
    }

    /** Returns the characters. */
    public String piece() {
        return text.substring(start, end);
    }

    /** Returns the number of characters. */
    public int length() {
        return end - start;
    }

    /**
     * Returns the part within a longer string; all of that string when it does not contain the part, as after an
     * expansion.
     */
    public TextRange in(String outer) {
        int base = text.isEmpty() ? -1 : outer.indexOf(text);
        if (base >= 0) {
            return new TextRange(outer, base + start, base + end);
        }
        int at = length() == 0 ? -1 : outer.indexOf(piece());
        return at < 0 ? ofAll(outer) : new TextRange(outer, at, at + length());
    }

    /** Returns the part within a string in which this one begins at an offset. */
    TextRange in(String outer, int offset) {
        return new TextRange(outer, offset + start, offset + end);
    }
}
