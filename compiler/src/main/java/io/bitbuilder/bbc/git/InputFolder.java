package io.bitbuilder.bbc.git;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * The folder of a repository that is compiled, and what stands before the paths of its files: a file has the same path, and so
 * the same owner, whichever folder is named. The rule is that of folders on the command line: a folder {@code tenants} or
 * {@code tenant-<name>} counts from its parent, one in {@code tenants} from the parent of that, unless it is a fleet of its own.
 *
 * @param folder from the root of the repository, without outer {@code /}; empty for the root
 * @param kept the end of the folder that paths begin with, empty or with a {@code /} at its end
 */
record InputFolder(String folder, byte[] kept) {
    /** The folder as it is named; {@code holds} says whether a folder of the repository exists. */
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

    /** The folder with a {@code /} at its end, as it begins the paths of an index. */
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
