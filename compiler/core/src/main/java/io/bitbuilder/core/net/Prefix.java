package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Cursor;
import io.bitbuilder.core.scalar.Parsed;

/** Parses prefix lengths: the number after the slash. */
final class Prefix {
    private Prefix() {}

    static Parsed<Integer> parse(String text, int max) {
        Cursor in = new Cursor(text);
        long length = in.number(3);
        return length == Cursor.NONE || !in.atEnd() || length > max
                ? Parsed.bad("the prefix length is out of range (expected 0.." + max + ")")
                : Parsed.good((int) length);
    }
}
