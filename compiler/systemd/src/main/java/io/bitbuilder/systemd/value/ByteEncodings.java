package io.bitbuilder.systemd.value;

import io.bitbuilder.core.scalar.Parsed;

/** Bytes as strings: Base64 (RFC 4648) and hexadecimal, with blanks between the characters. */
public final class ByteEncodings {
    private ByteEncodings() {}

    /** Returns the number of encoded bytes. */
    public static Parsed<Integer> base64(String text) {
        String digits = text.replaceAll("[ \\t\\n\\r]", "");
        String bare = digits.replaceAll("={1,2}$", "");
        boolean good = digits.length() % 4 == 0
                && bare.matches("[A-Za-z0-9+/]*")
                && (digits.length() - bare.length()) <= 2
                && clean(bare);
        return good ? Parsed.good(bare.length() * 3 / 4) : Parsed.bad("invalid Base64");
    }

    /** Returns whether the bits that the padding leaves out are zero. */
    private static boolean clean(String bare) {
        return switch (bare.length() % 4) {
            case 2 -> "AQgw".indexOf(bare.charAt(bare.length() - 1)) >= 0;
            case 3 -> "AEIMQUYcgkosw048".indexOf(bare.charAt(bare.length() - 1)) >= 0;
            default -> true;
        };
    }

    /** Returns the number of encoded bytes. */
    public static Parsed<Integer> hex(String text) {
        String digits = text.replaceAll("[ \\t\\n\\r]", "");
        return digits.matches("([0-9a-fA-F]{2})*")
                ? Parsed.good(digits.length() / 2)
                : Parsed.bad("expected an even number of hexadecimal digits");
    }
}
