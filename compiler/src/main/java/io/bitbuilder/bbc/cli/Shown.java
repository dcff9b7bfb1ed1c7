package io.bitbuilder.bbc.cli;

/** Text that may hold bytes of others, made safe for one line of a terminal or log. */
final class Shown {
    private Shown() {}

    /** Control characters and everything outside ASCII become visible escapes. */
    static String line(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= 0x20 && c < 0x7f) {
                shown.appendCodePoint(c);
            } else {
                shown.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return shown.toString();
    }
}
