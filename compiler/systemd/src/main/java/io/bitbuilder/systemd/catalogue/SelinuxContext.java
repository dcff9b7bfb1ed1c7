package io.bitbuilder.systemd.catalogue;

import io.bitbuilder.core.scalar.Cursor;
import io.bitbuilder.core.scalar.Parsed;

/** Parses SELinux labels: {@code user:role:type} or {@code user:role:type:level} (selinux(8)). */
public final class SelinuxContext {
    private static final int MAX_BYTES = 255;

    private SelinuxContext() {}

    /** Returns the text itself: three or more parts of letters, digits, {@code _ . , -}, the first three not empty. */
    public static Parsed<String> parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Cursor.isLetter(c) && !Cursor.isDigit(c) && "_.,:-".indexOf(c) < 0) {
                return Parsed.bad("it contains characters other than letters, digits and `_ . , : -`");
            }
        }
        String[] parts = text.split(":", -1);
        if (parts.length < 3) {
            return Parsed.bad("it is not `user:role:type` or `user:role:type:level`");
        }
        for (String part : parts) {
            if (part.isEmpty()) {
                return Parsed.bad("one of its parts is empty");
            }
        }
        return text.length() > MAX_BYTES ? Parsed.bad("it is longer than " + MAX_BYTES + " bytes") : Parsed.good(text);
    }
}
