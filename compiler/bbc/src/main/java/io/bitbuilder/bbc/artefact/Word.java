package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.scalar.AbsolutePath;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.scalar.TimeSpan;

/**
 * A value of characters that mean themselves in every format: letters, digits and {@code . _ : / @ + - = , ~ ^}, and
 * one {@code %} at the end, for shares. It has no blanks, so it is one word wherever words are split.
 */
public record Word(String text) implements SinkValue {
    private static final long MICROS_PER_SECOND = 1_000_000;

    /** Refuses any other character. */
    public Word {
        int end = text.endsWith("%") ? text.length() - 1 : text.length();
        if (end == 0 || !CharacterClass.WORD.holdAll(text, 0, end)) {
            throw new InternalFault("'" + text + "' is not a plain word");
        }
    }

    /** A word that the program derived: a unit, an interface, a keyword. */
    public static Word of(String text) {
        return new Word(text);
    }

    /** {@code yes} or {@code no}. */
    public static Word of(boolean value) {
        return new Word(value ? "yes" : "no");
    }

    /** A whole number. */
    public static Word of(long value) {
        return new Word(Long.toString(value));
    }

    /** A path. */
    public static Word of(AbsolutePath path) {
        return new Word(path.text());
    }

    /** An address of either family. */
    public static Word of(Address address) {
        return new Word(address.toString());
    }

    /** An address with the prefix length of its link. */
    public static Word of(Address address, int prefix) {
        return new Word(address + "/" + prefix);
    }

    /** A MAC address. */
    public static Word of(Mac mac) {
        return new Word(mac.toString());
    }

    /**
     * A size in the largest unit of systemd's that divides it: {@code 512M} is 512 MiB (systemd.resource-control(5)).
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

    /** A span in seconds, or in microseconds when it has a fraction (systemd.time(7)). */
    public static Word of(TimeSpan span) {
        long micros = span.micros();
        return new Word(micros % MICROS_PER_SECOND == 0 ? micros / MICROS_PER_SECOND + "s" : micros + "us");
    }

    /** Thousandths of a core as a share of one: 1500 is {@code 150%}, 125 is {@code 12.5%}. */
    public static Word percentOfCore(long millis) {
        return new Word(millis / 10 + (millis % 10 == 0 ? "" : "." + millis % 10) + "%");
    }

    @Override
    public String toString() {
        return text;
    }
}
