package io.bitbuilder.bbc.value;

/** Lengths of prefixes: the number after the slash. */
final class Prefix {
    private Prefix() {}

    static Parsed<Integer> parse(String text, int max) {
        Cursor in = new Cursor(text);
        long length = in.number(3);
        return length == Cursor.NONE || !in.atEnd() || length > max
                ? Parsed.bad("the prefix length is no number of 0 to " + max)
                : Parsed.good((int) length);
    }
}
