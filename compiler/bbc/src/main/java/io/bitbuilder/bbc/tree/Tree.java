package io.bitbuilder.bbc.tree;

import io.bitbuilder.core.fault.InternalFault;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compiled tree: files sorted by path, each path once, no path below a file. The order of the paths is also the order
 * that Git requires inside its trees, since {@code /} sorts a folder as Git does.
 */
public final class Tree {
    /** Tree without files. */
    public static final Tree EMPTY = new Tree(List.of());

    /** Names at the top of a compiled tree; bbc must not delete others. */
    public static final Set<String> TOP = Set.of("fleet.json", "hosts", "tenants");

    private static final Comparator<TreeFile> BY_PATH = Comparator.comparing(TreeFile::path);

    private final List<TreeFile> files;

    private Tree(List<TreeFile> sorted) {
        this.files = sorted;
        for (int at = 1; at < sorted.size(); at++) {
            if (sorted.get(at - 1).path().equals(sorted.get(at).path())) {
                throw new InternalFault(
                        "two files are compiled to " + sorted.get(at).path());
            }
        }
        refuseFilesBelowFiles();
    }

    /** Returns a tree of files given in any order. */
    public static Tree of(Collection<TreeFile> files) {
        return new Tree(files.stream().sorted(BY_PATH).toList());
    }

    /** Returns the files in the order of their paths. */
    public List<TreeFile> files() {
        return files;
    }

    /** Returns the bytes at a path. */
    public Optional<byte[]> bytes(String path) {
        int at = find(path);
        return at < 0 ? Optional.empty() : Optional.of(files.get(at).bytes());
    }

    /** Returns whether there are no files. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    private int find(String path) {
        int low = 0;
        int high = files.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = files.get(middle).path().compareTo(path);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private void refuseFilesBelowFiles() {
        String folder = "";
        for (TreeFile file : files) {
            String path = file.path();
            String parent = path.substring(0, Math.max(path.lastIndexOf('/'), 0));
            if (parent.equals(folder)) {
                continue;
            }
            folder = parent;
            for (int end = parent.length(); end > 0; end = parent.lastIndexOf('/', end - 1)) {
                if (find(parent.substring(0, end)) >= 0) {
                    throw new InternalFault(parent.substring(0, end) + " is compiled to a file and to a folder");
                }
            }
        }
    }
}
