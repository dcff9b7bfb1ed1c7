package io.bitbuilder.core.diagnostic;

/**
 * Escapes foreign strings for GitHub Flavored Markdown, so that they cannot make mentions, links, images, HTML or
 * broken fences.
 */
public final class Markdown {
    /** Characters of a comment that every forge accepts (GitHub truncates at 65,536). */
    public static final int COMMENT_CHARS = 60_000;

    private static final String PUNCTUATION = "\\`*_{}[]()+-.!|~^$=:";
    private static final int MIN_FENCE = 3;

    private Markdown() {}

    /** Returns a string for a paragraph, list item or table cell, as one line. */
    public static String text(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : TerminalEscapes.ascii(text).toCharArray()) {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@' -> out.append("&#64;");
                case '#' -> out.append("&#35;");
                default -> out.append(PUNCTUATION.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        // An autolink needs only the letters; an entity in their middle breaks it.
        return out.toString().replace("\\://", "&#58;//").replace("www\\.", "www&#46;");
    }

    /** Returns a string in code style, or as plain text if it contains a backtick. */
    public static String code(String text) {
        String shown = TerminalEscapes.ascii(text);
        return shown.isEmpty() || shown.indexOf('`') >= 0 ? text(text) : "`" + shown + "`";
    }

    /** Returns a fenced block that none of its lines can close; the lines are already safe. */
    public static String fence(String language, String lines) {
        int longest = 0;
        int run = 0;
        for (char c : lines.toCharArray()) {
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(Math.max(MIN_FENCE, longest + 1));
        return fence + language + "\n" + lines + fence + "\n";
    }
}
