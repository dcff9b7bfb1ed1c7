package io.bitbuilder.bbc.git;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Compiled folder of a repository, and the prefix of its paths: a file has the same path, and so the same owner,
 * whichever folder is named. The rule is that of folders on the command line: paths of a folder {@code tenants} or
 * {@code tenant-<name>} start at its parent, those of a folder in {@code tenants} at the parent of that, unless the
 * folder is a fleet itself.
 *
 * @param folder from the root of the repository, without outer {@code /}; empty for the root
 * @param kept the end of the folder that paths begin with, empty or ending with {@code /}
 */
record InputFolder(String folder, byte[] kept) {
    /** Returns the folder of that name; {@code holds} tests whether a folder of the repository exists. */
    static InputFolder of(String folder, Predicate<String> holds) {
        String name = name(folder);
        String parent = folder.substring(0, Math.max(folder.lastIndexOf('/'), 0));
        String below = folder.isEmpty() ? "" : folder + "/";
        if (folder.isEmpty() || holds.test(below + "tenants") || holds.test(below + "platform")) {
            return new InputFolder(folder, new byte[0]);
        }
        if (name.equals("tenants") || name.startsWith("tenant-")) {
            return new InputFolder(folder, bytes(name + "/"));
        }
        return new InputFolder(folder, bytes(name(parent).equals("tenants") ? "tenants/" + name + "/" : ""));
    }

    /** Returns the folder with a trailing {@code /}, as a prefix of index paths. */
    byte[] prefix() {
        return bytes(folder.isEmpty() ? "" : folder + "/");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
