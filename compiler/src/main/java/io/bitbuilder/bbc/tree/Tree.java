package io.bitbuilder.bbc.tree;

import io.bitbuilder.bbc.fault.InternalFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Compiled tree, or a fragment of one: files sorted by path, each path once, no path below a file. The order of the paths
 * is also the order that Git requires inside its trees, since {@code /} sorts a folder as Git does.
 */
public final class Tree {
    /** Tree without files. */
    public static final Tree EMPTY = new Tree(List.of());

    private static final Comparator<TreeFile> BY_PATH = Comparator.comparing(TreeFile::path);

    private final List<TreeFile> files;

    private Tree(List<TreeFile> sorted) {
        this.files = sorted;
        for (int at = 1; at < sorted.size(); at++) {
            if (sorted.get(at - 1).path().equals(sorted.get(at).path())) {
                throw new InternalFault("two files are compiled to " + sorted.get(at).path());
            }
        }
        refuseFilesBelowFiles();
    }

    /** Returns a tree of files given in any order. */
    public static Tree of(Collection<TreeFile> files) {
        return new Tree(files.stream().sorted(BY_PATH).toList());
    }

    /** Merges sorted fragments in one pass; a duplicate path is an internal error. */
    public static Tree merge(List<Tree> fragments) {
        PriorityQueue<Cursor> heads = new PriorityQueue<>();
        int size = 0;
        for (int at = 0; at < fragments.size(); at++) {
            Cursor.at(fragments.get(at), 0, at).ifPresent(heads::add);
            size += fragments.get(at).files.size();
        }
        List<TreeFile> merged = new ArrayList<>(size);
        for (Cursor head = heads.poll(); head != null; head = heads.poll()) {
            merged.add(head.file());
            Cursor.at(head.tree, head.next + 1, head.rank).ifPresent(heads::add);
        }
        return new Tree(List.copyOf(merged));
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

    /** Returns the files below a folder, with paths relative to it. */
    public Tree below(String folder) {
        String prefix = folder + "/";
        int from = insertionPoint(prefix);
        int to = insertionPoint(folder + (char) ('/' + 1));
        return new Tree(files.subList(from, to).stream()
                .map(f -> new TreeFile(f.path().substring(prefix.length()), f.bytes()))
                .toList());
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

    private int insertionPoint(String path) {
        int at = find(path);
        return at < 0 ? -at - 1 : at;
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

    /** Next file of one fragment; ties go to the earlier fragment, though a tie is refused later. */
    private record Cursor(Tree tree, int next, int rank) implements Comparable<Cursor> {
        static Optional<Cursor> at(Tree tree, int next, int rank) {
            return next < tree.files.size() ? Optional.of(new Cursor(tree, next, rank)) : Optional.empty();
        }

        TreeFile file() {
            return tree.files.get(next);
        }

        @Override
        public int compareTo(Cursor other) {
            int order = file().path().compareTo(other.file().path());
            return order != 0 ? order : Integer.compare(rank, other.rank);
        }
    }
}
