package io.bitbuilder.bbc.read;

import java.util.Set;

/** Rule for one component of a path: every file system, Git host and shell must agree on the name. */
final class PathRule {
    private static final int MAX_BYTES = 63;
    private static final int SHORTEST_DEVICE = 3;
    private static final int LONGEST_DEVICE = 4;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private PathRule() {}

    /** Returns the mistake in a component, as a clause after "it"; empty if it is valid. */
    static String wrong(String part) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
            return "is not the name of a file or folder";
        }
        if (part.length() > MAX_BYTES) {
            return "is longer than " + MAX_BYTES + " bytes";
        }
        if (!isPlain(part)) {
            return "contains characters other than a-z, 0-9 and inner `. _ -`";
        }
        if (part.endsWith(".")) {
            return "ends with a dot";
        }
        return isDevice(part) ? "is a device name on other systems" : "";
    }

    private static boolean isPlain(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (!isLetterOrDigit(c) && (i == 0 || c != '.' && c != '_' && c != '-')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean isDevice(String part) {
        int dot = part.indexOf('.');
        int length = dot < 0 ? part.length() : dot;
        if (length < SHORTEST_DEVICE || length > LONGEST_DEVICE) {
            return false;
        }
        String stem = part.substring(0, length);
        boolean numbered = stem.length() == 4
                && (stem.startsWith("com") || stem.startsWith("lpt"))
                && Character.isDigit(stem.charAt(3));
        return numbered || DEVICES.contains(stem);
    }
}
