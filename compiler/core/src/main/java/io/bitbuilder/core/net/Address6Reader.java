package io.bitbuilder.core.net;

import io.bitbuilder.core.scalar.Cursor;
import io.bitbuilder.core.scalar.Parsed;

/**
 * Parses one IPv6 address: up to eight groups, at most one {@code ::}, the last two groups optionally as an IPv4
 * address.
 */
final class Address6Reader {
    private static final String SHAPE =
            "an IPv6 address has eight groups of up to four hex digits, or fewer and one `::`";

    private final String text;
    private final int[] groups = new int[8];
    private int count;
    private int gap = -1;

    Address6Reader(String text) {
        this.text = text;
    }

    Parsed<Address6> parse() {
        Cursor in = new Cursor(text);
        if (in.take("::")) {
            gap = 0;
        }
        while (!in.atEnd()) {
            if (count == 8) {
                return Parsed.bad(SHAPE);
            }
            if (isDotted(in)) {
                Parsed<Address4> tail = Address4.parse(in.rest());
                return count > 6 ? Parsed.bad(SHAPE) : tail.then(this::finish);
            }
            long group = in.hex(4);
            if (group == Cursor.NONE) {
                return Parsed.bad(SHAPE);
            }
            groups[count++] = (int) group;
            if (in.take("::")) {
                if (gap >= 0) {
                    return Parsed.bad("it has two `::`");
                }
                gap = count;
            } else if (!in.atEnd() && (!in.take(':') || in.atEnd())) {
                return Parsed.bad(SHAPE);
            }
        }
        return address();
    }

    private static boolean isDotted(Cursor in) {
        String rest = in.rest();
        return rest.indexOf('.') >= 0 && rest.indexOf(':') < 0;
    }

    private Parsed<Address6> finish(Address4 tail) {
        groups[count++] = tail.bits() >>> 16;
        groups[count++] = tail.bits() & 0xffff;
        return address();
    }

    private Parsed<Address6> address() {
        // A `::` replaces at least one group of zeros.
        if (gap < 0 ? count != 8 : count == 8) {
            return Parsed.bad(SHAPE);
        }
        long[] halves = new long[2];
        for (int i = 0; i < 8; i++) {
            int from = gap < 0 || i < gap ? i : i - (8 - count);
            int group = gap >= 0 && i >= gap && i < gap + 8 - count ? 0 : groups[from];
            halves[i / 4] = halves[i / 4] << 16 | group;
        }
        return Parsed.good(new Address6(halves[0], halves[1]));
    }
}
