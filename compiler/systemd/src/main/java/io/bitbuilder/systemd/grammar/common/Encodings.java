package io.bitbuilder.systemd.grammar.common;

import java.util.regex.Pattern;

/** Encodings of bytes (RFC 4648). */
public final class Encodings {
    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?");
    private static final Pattern BLANKS = Pattern.compile("[ \t\n\r]");

    private Encodings() {}

    /** Returns whether the string is Base64 with its padding, blanks anywhere. */
    public static boolean isBase64(String text) {
        return BASE64.matcher(BLANKS.matcher(text).replaceAll("")).matches();
    }
}
