package io.bitbuilder.bbc.metadata;

/** Recognizes identifiers like the lexer of {@code .bbc}; the narrower rules of each kind are checked later. */
final class MetadataNames {
    private static final int LONGEST = 63;

    private MetadataNames() {}

    /** Returns whether the string is an identifier of the language. */
    static boolean isIdentifier(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !isLetter(text.charAt(0)) || text.endsWith("-")) {
            return false;
        }
        return text.chars().allMatch(c -> isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == '_');
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
