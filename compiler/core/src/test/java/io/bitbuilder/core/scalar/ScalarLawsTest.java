package io.bitbuilder.core.scalar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** The printed form of a scalar is read back as the same value. */
class ScalarLawsTest {
    @Property
    void size(@ForAll @LongRange(max = Size.MAX_BYTES) long bytes) {
        assertEquals(Parsed.good(new Size(bytes)), Size.parse(new Size(bytes).toString()));
        assertEquals(Parsed.good(new Size(bytes)), Size.parseSystemd(new Size(bytes).toSystemd()));
    }

    @Property
    void otherQuantities(@ForAll @LongRange(max = 1_000_000_000L) long n) {
        assertEquals(Parsed.good(new TimeSpan(n)), TimeSpan.parse(new TimeSpan(n).toString()));
        assertEquals(Parsed.good(new Rate(n)), Rate.parse(new Rate(n).toString()));
        assertEquals(Parsed.good(new Percent(n / 10)), Percent.parse(new Percent(n / 10).toString()));
        assertEquals(
                Parsed.good(new Cpu(n + 1)),
                n == 1_000_000_000L ? Parsed.good(new Cpu(n + 1)) : Cpu.parse(new Cpu(n + 1).toString()));
        assertEquals(Parsed.good(n - 5), WholeNumber.parse(Long.toString(n - 5)));
    }

    /** No string makes a parser throw, and a valid one has no character that ends a line or a word of a unit file. */
    @Property
    void anyString(@ForAll String text) {
        Size.parse(text);
        Size.parseSystemd(text);
        WholeNumber.parse(text);
        WholeNumber.parseDecimal(text);
        CalendarDate.parse(text);
        Version.parse(text);
        Digest.parse(text);
        for (Parsed<?> parsed : new Parsed<?>[] {
            PlainName.parse(text),
            PlainName.parseIdentifier(text),
            PlainName.parseHostname(text),
            PlainName.parseInterface(text),
            AbsolutePath.parse("/" + text)
        }) {
            if (parsed instanceof Parsed.Good<?>(Object value)) {
                assertTrue(
                        value.toString().chars().allMatch(c -> c > ' ' && c < 0x7f && c != '%' && c != '"' && c != '$'),
                        text);
            }
        }
    }
}
