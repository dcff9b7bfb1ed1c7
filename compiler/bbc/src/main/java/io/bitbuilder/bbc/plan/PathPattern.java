package io.bitbuilder.bbc.plan;

/** Path pattern: {@code *} matches any characters but {@code /}, {@code **} matches any characters. */
record PathPattern(String text) {
    boolean matches(String path) {
        return matches(0, path, 0);
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
