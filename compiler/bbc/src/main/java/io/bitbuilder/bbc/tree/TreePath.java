package io.bitbuilder.bbc.tree;

import java.util.Locale;
import java.util.Optional;

/**
 * Rule for paths of a compiled tree: relative, {@code /} between components, each of {@code [A-Za-z0-9@_.:+-]}, at most
 * 255 bytes per component and 1024 in total. So a path is the same in a folder, a Git tree, a log and a shell.
 */
final class TreePath {
    private static final int MAX_BYTES = 1024;
    private static final int MAX_COMPONENT_BYTES = 255;

    private TreePath() {}

    /** Returns the problem of a path; empty if it is valid. */
    static Optional<String> fault(String path) {
        if (path.length() > MAX_BYTES) {
            return Optional.of("a path of " + path.length() + " bytes");
        }
        int start = 0;
        for (int at = 0; at <= path.length(); at++) {
            if (at == path.length() || path.charAt(at) == '/') {
                String component = path.substring(start, at);
                if (!isComponent(component)) {
                    return Optional.of("the name '" + component + "' in the path '" + path + "'");
                }
                start = at + 1;
            }
        }
        return Optional.empty();
    }

    private static boolean isComponent(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_COMPONENT_BYTES
                && !name.equals(".")
                && !name.equals("..")
                && !name.toLowerCase(Locale.ROOT).equals(".git")
                && name.chars().allMatch(TreePath::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "@_.:+-".indexOf(c) >= 0;
    }
}
