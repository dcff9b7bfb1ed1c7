package io.bitbuilder.systemd.value;

/** Characters that systemd treats as blanks around lines, keys and values: space, tab, LF and CR, no others. */
public final class Whitespace {
    private Whitespace() {}

    /** Returns the string without blanks on both sides. */
    public static String strip(String text) {
        String start = stripLeading(text);
        int end = start.length();
        while (end > 0 && isBlank(start.charAt(end - 1))) {
            end--;
        }
        return start.substring(0, end);
    }

    /** Returns the string without blanks at the start. */
    public static String stripLeading(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    /** Returns whether the character is one of the four. */
    public static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
