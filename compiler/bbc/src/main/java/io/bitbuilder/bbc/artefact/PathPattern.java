package io.bitbuilder.bbc.artefact;

/** Path pattern: {@code *} matches any characters but {@code /}, {@code **} matches any characters. */
public record PathPattern(String text) {
    /** Returns whether the whole path matches. */
    public boolean matches(String path) {
        // Most patterns that do not match differ in their end.
        return path.endsWith(text.substring(text.lastIndexOf('*') + 1)) && matches(0, path, 0);
    }

    private boolean matches(int at, String path, int from) {
        if (at == text.length()) {
            return from == path.length();
        }
        if (text.charAt(at) != '*') {
            return from < path.length() && path.charAt(from) == text.charAt(at) && matches(at + 1, path, from + 1);
        }
        boolean any = text.startsWith("**", at);
        int rest = at + (any ? 2 : 1);
        for (int to = from; ; to++) {
            if (matches(rest, path, to)) {
                return true;
            }
            if (to == path.length() || !any && path.charAt(to) == '/') {
                return false;
            }
        }
    }
}
