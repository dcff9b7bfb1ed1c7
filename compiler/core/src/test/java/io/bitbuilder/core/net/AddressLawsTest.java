package io.bitbuilder.core.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.scalar.Parsed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The printed form of an address, subnet or MAC address is read back as the same value. */
class AddressLawsTest {
    @Property
    void address4(@ForAll int bits) {
        assertEquals(Parsed.good(new Address4(bits)), Address4.parse(new Address4(bits).toString()));
    }

    @Property
    void address6(@ForAll long high, @ForAll long low) {
        assertEquals(Parsed.good(new Address6(high, low)), Address6.parse(new Address6(high, low).toString()));
    }

    /** Groups of zeros are rare among random longs: make them from eight small numbers. */
    @Property
    void address6WithZeros(@ForAll @IntRange(max = 255) int present, @ForAll long high, @ForAll long low) {
        long h = high & mask(present >>> 4);
        long l = low & mask(present & 15);
        assertEquals(Parsed.good(new Address6(h, l)), Address6.parse(new Address6(h, l).toString()));
    }

    private static long mask(int groups) {
        long mask = 0;
        for (int i = 0; i < 4; i++) {
            mask = mask << 16 | ((groups >>> i & 1) == 1 ? 0xffff : 0);
        }
        return mask;
    }

    /** The JDK reads our text as the same bits, where it does not turn the address into another family. */
    @Property
    void address6AsTheJdkReadsIt(@ForAll @IntRange(max = 255) int present, @ForAll long high, @ForAll long low)
            throws UnknownHostException {
        Address6 address = new Address6(high & mask(present >>> 4), low & mask(present & 15));
        byte[] bytes = InetAddress.getByName(address.toString()).getAddress();
        if (bytes.length == 16) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            assertEquals(address, new Address6(buffer.getLong(), buffer.getLong()));
        } else {
            assertEquals(new Address6(0, 0xffff_0000_0000L), new Address6(address.high(), address.low() >>> 32 << 32));
        }
    }

    @Property
    void subnet4(@ForAll int bits, @ForAll @IntRange(max = 32) int prefix) {
        Subnet4 range = Subnet4.around(new Address4(bits), prefix);
        assertEquals(Parsed.good(range), Subnet4.parse(range.toString()));
        assertTrue(range.contains(new Address4(bits)));
    }

    @Property
    void subnet6(@ForAll long high, @ForAll long low, @ForAll @IntRange(max = 128) int prefix) {
        Subnet6 range = Subnet6.around(new Address6(high, low), prefix);
        assertEquals(Parsed.good(range), Subnet6.parse(range.toString()));
        assertTrue(range.contains(new Address6(high, low)) && range.contains(range.last()));
    }

    @Property
    void mac(@ForAll @LongRange(min = 1, max = (1L << 48) - 1) long bits) {
        Mac mac = new Mac(bits & ~(1L << 40) | 2L << 40);
        assertEquals(Parsed.good(mac), Mac.parse(mac.toString()));
    }

    /** No string makes a parser throw, and a valid one has no character that ends a line or a word of a unit file. */
    @Property
    void anyString(@ForAll String text) {
        Address.parse(text);
        Subnet.parse(text);
        Mac.parse(text);
        Parsed<?> parsed = Url.parse("https://a/" + text);
        if (parsed instanceof Parsed.Good<?>(Object value)) {
            assertTrue(
                    value.toString().chars().allMatch(c -> c > ' ' && c < 0x7f && c != '%' && c != '"' && c != '$'),
                    text);
        }
    }
}
