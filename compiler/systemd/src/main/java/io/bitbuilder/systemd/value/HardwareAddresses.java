package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;

/** Addresses of link layers: bytes in hexadecimal between {@code :} or {@code -}, or pairs of bytes between dots. */
public final class HardwareAddresses {
    /** Bytes of an Ethernet address. */
    public static final int ETHERNET = 6;

    private static final int INFINIBAND = 20;

    private HardwareAddresses() {}

    /** Parses an address of that many bytes. */
    public static Parsed<Integer> ofLength(String text, int bytes) {
        boolean ip = bytes == 4 && Addresses.parse4(text) instanceof Parsed.Good
                || bytes == 16 && Addresses.parse6(text) instanceof Parsed.Good;
        return ip ? Parsed.good(bytes) : read(text, bytes).then(n -> n == bytes ? Parsed.good(n) : none(text));
    }

    /** Parses an address of any link: 4, 6, 16 or 20 bytes, or an IP address. */
    public static Parsed<Integer> ofLink(String text) {
        if (Addresses.parse(text) instanceof Parsed.Good) {
            return Parsed.good(0);
        }
        return read(text, INFINIBAND)
                .then(n -> n == 4 || n == 16 || n == ETHERNET || n == INFINIBAND ? Parsed.good(n) : none(text));
    }

    /** Returns the number of bytes. */
    private static Parsed<Integer> read(String text, int max) {
        int first = 0;
        while (first < text.length() && NumberPrefix.digit(text.charAt(first), 16) >= 0) {
            first++;
        }
        char separator = first < text.length() ? text.charAt(first) : 0;
        if (separator != '.' && separator != ':' && separator != '-') {
            return none(text);
        }
        int width = separator == '.' ? 2 : 1;
        String[] fields = text.split(separator == '.' ? "\\." : String.valueOf(separator), -1);
        if (max % width != 0 || fields.length * width > max) {
            return none(text);
        }
        for (String field : fields) {
            if (!field.matches("[0-9a-fA-F]{1," + 2 * width + "}")) {
                return none(text);
            }
        }
        return Parsed.good(fields.length * width);
    }

    private static Parsed<Integer> none(String text) {
        return Parsed.bad(Reason.invalid("hardware address", text));
    }
}
