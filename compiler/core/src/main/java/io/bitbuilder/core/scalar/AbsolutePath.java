package io.bitbuilder.core.scalar;

/**
 * Absolute path in normal form: no {@code .}, {@code ..}, {@code //} or trailing slash. Its characters are letters,
 * digits and {@code . _ - + @}, which are literal wherever a path is written: unit files (no {@code %}, quote, blank or
 * backslash), {@code .nspawn} and vmspawn bindings (no {@code :} or {@code ,}), mount options, tmpfiles.d and sh.
 */
public record AbsolutePath(String text) implements Comparable<AbsolutePath> {
    private static final int MAX_BYTES = 1024;
    private static final int MAX_COMPONENT_BYTES = 255;

    /** Returns the path, or why it is invalid. */
    public static Parsed<AbsolutePath> parse(String text) {
        if (!text.startsWith("/")) {
            return Parsed.bad("it does not begin with `/`");
        }
        if (text.length() > MAX_BYTES) {
            return Parsed.bad("it is longer than " + MAX_BYTES + " bytes");
        }
        if (text.length() > 1 && text.endsWith("/")) {
            return Parsed.bad("it ends with `/`");
        }
        String[] components =
                text.length() == 1 ? new String[0] : text.substring(1).split("/", -1);
        for (String component : components) {
            String wrong = wrong(component);
            if (!wrong.isEmpty()) {
                return Parsed.bad(wrong);
            }
        }
        return Parsed.good(new AbsolutePath(text));
    }

    private static String wrong(String component) {
        if (component.isEmpty()) {
            return "it contains `//`";
        }
        if (component.equals(".") || component.equals("..")) {
            return "it contains the component `" + component + "`";
        }
        if (component.length() > MAX_COMPONENT_BYTES) {
            return "a component is longer than " + MAX_COMPONENT_BYTES + " bytes";
        }
        return component.chars().allMatch(AbsolutePath::isPlain)
                ? ""
                : "it contains characters other than letters, digits and `. _ - + @ /`";
    }

    private static boolean isPlain(int c) {
        return Cursor.isLetter(c) || Cursor.isDigit(c) || ".-_+@".indexOf(c) >= 0;
    }

    /** Returns whether the other path is this one or below it. */
    public boolean holds(AbsolutePath other) {
        return text.equals("/") || other.text.equals(text) || other.text.startsWith(text + "/");
    }

    @Override
    public int compareTo(AbsolutePath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
