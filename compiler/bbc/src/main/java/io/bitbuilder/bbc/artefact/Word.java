package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.scalar.AbsolutePath;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.scalar.TimeSpan;

/**
 * Value of characters that need no escape in any format: letters, digits and {@code . _ : / @ + - = , ~ ^}, and one
 * {@code %} at the end, for percentages. It has no whitespace, so it is one word wherever words are split.
 */
public record Word(String text) implements SinkValue {
    private static final long MICROS_PER_SECOND = 1_000_000;

    /** Refuses any other character. */
    public Word {
        int end = text.endsWith("%") ? text.length() - 1 : text.length();
        if (end == 0 || !CharacterClass.WORD.holdAll(text, 0, end)) {
            throw new InternalFault(
                    "'" + text + "' is not a plain word (allowed: letters, digits and . _ : / @ + - = , ~ ^)");
        }
    }

    /** Returns a word that bbc derives: a unit, an interface, a keyword. */
    public static Word of(String text) {
        return new Word(text);
    }

    /** Returns {@code yes} or {@code no}. */
    public static Word of(boolean value) {
        return new Word(value ? "yes" : "no");
    }

    /** Returns a whole number. */
    public static Word of(long value) {
        return new Word(Long.toString(value));
    }

    /** Returns a path. */
    public static Word of(AbsolutePath path) {
        return new Word(path.text());
    }

    /** Returns an address of either family. */
    public static Word of(Address address) {
        return new Word(address.toString());
    }

    /** Returns an address with the prefix length of its link. */
    public static Word of(Address address, int prefix) {
        return new Word(address + "/" + prefix);
    }

    /** Returns a MAC address. */
    public static Word of(Mac mac) {
        return new Word(mac.toString());
    }

    /**
     * Returns a size in the largest unit of systemd that divides it: {@code 512M} is 512 MiB
     * (systemd.resource-control(5)).
     */
    public static Word of(Size size) {
        long bytes = size.bytes();
        String units = "KMGTPE";
        int unit = -1;
        while (bytes > 0 && bytes % 1024 == 0 && unit < units.length() - 1) {
            bytes /= 1024;
            unit++;
        }
        return new Word(bytes + (unit < 0 ? "" : units.substring(unit, unit + 1)));
    }

    /** Returns a time span in seconds, or in microseconds when it has a fraction (systemd.time(7)). */
    public static Word of(TimeSpan span) {
        long micros = span.micros();
        return new Word(micros % MICROS_PER_SECOND == 0 ? micros / MICROS_PER_SECOND + "s" : micros + "us");
    }

    /** Returns thousandths of a core as a percentage of one: 1500 is {@code 150%}, 125 is {@code 12.5%}. */
    public static Word percentOfCore(long millis) {
        return new Word(millis / 10 + (millis % 10 == 0 ? "" : "." + millis % 10) + "%");
    }

    @Override
    public String toString() {
        return text;
    }
}
