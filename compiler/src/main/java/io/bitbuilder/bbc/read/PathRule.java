package io.bitbuilder.bbc.read;

import java.util.Set;

/** The rule for one part of a path: what every file system, Git host and shell takes for the same name. */
final class PathRule {
    private static final int MAX_BYTES = 63;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private PathRule() {}

    /** What is wrong with a part, as a clause; empty when nothing is. */
    static String wrong(String part) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
            return "is no name of a file or folder";
        }
        if (part.length() > MAX_BYTES) {
            return "is longer than " + MAX_BYTES + " bytes";
        }
        if (!isLetterOrDigit(part.charAt(0)) || !part.chars().allMatch(c -> isLetterOrDigit(c) || "._-".indexOf(c) >= 0)) {
            return "holds more than a-z, 0-9 and inner `. _ -`";
        }
        if (part.endsWith(".")) {
            return "ends with a dot";
        }
        return isDevice(part) ? "is the name of a device on other systems" : "";
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean isDevice(String part) {
        int dot = part.indexOf('.');
        String stem = dot < 0 ? part : part.substring(0, dot);
        boolean numbered = stem.length() == 4 && (stem.startsWith("com") || stem.startsWith("lpt")) && Character.isDigit(stem.charAt(3));
        return numbered || DEVICES.contains(stem);
    }
}
