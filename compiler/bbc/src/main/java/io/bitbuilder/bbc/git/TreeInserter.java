package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.bbc.tree.TreeIds;
import io.bitbuilder.core.fault.InternalFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Inserts a tree's blobs and trees, except those that the previous commit has at the same path: a change in one file of
 * ten thousand inserts that blob and the trees above it.
 */
final class TreeInserter {
    private final List<TreeFile> files;
    private final SortedMap<String, String> folderIds;
    private final ObjectReader reader;
    private final ObjectInserter inserter;
    private int next;
    private int inserted;

    TreeInserter(Tree tree, SortedMap<String, String> folderIds, ObjectReader reader, ObjectInserter inserter) {
        this.files = tree.files();
        this.folderIds = folderIds;
        this.reader = reader;
        this.inserter = inserter;
    }

    /** Inserts the objects that the previous root lacks; returns their number. */
    int insert(Optional<ObjectId> previousRoot) throws IOException {
        folder("", previousRoot);
        return inserted;
    }

    private void folder(String prefix, Optional<ObjectId> previous) throws IOException {
        String id = folderIds.get(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1));
        if (previous.isPresent() && previous.get().name().equals(id)) {
            skip(prefix);
            return;
        }
        Map<String, ObjectId> known = previous.isPresent() ? entries(previous.get()) : Map.of();
        List<Entry> entries = new ArrayList<>();
        while (next < files.size() && files.get(next).path().startsWith(prefix)) {
            entries.add(entry(prefix, known));
        }
        TreeFormatter formatter = new TreeFormatter();
        for (Entry entry : entries) {
            formatter.append(entry.name, entry.mode, entry.id);
        }
        ObjectId made = inserter.insert(formatter);
        inserted++;
        if (!made.name().equals(id)) {
            throw new InternalFault("the tree of '" + prefix + "' has id " + made.name() + " instead of " + id);
        }
    }

    private Entry entry(String prefix, Map<String, ObjectId> known) throws IOException {
        TreeFile file = files.get(next);
        int slash = file.path().indexOf('/', prefix.length());
        if (slash >= 0) {
            String name = file.path().substring(prefix.length(), slash);
            String folder = file.path().substring(0, slash);
            folder(folder + "/", Optional.ofNullable(known.get(name + "/")));
            return new Entry(name, FileMode.TREE, ObjectId.fromString(folderIds.get(folder)));
        }
        String name = file.path().substring(prefix.length());
        ObjectId id = ObjectId.fromString(TreeIds.blob(file.bytes()));
        if (!id.equals(known.get(name))) {
            inserter.insert(Constants.OBJ_BLOB, file.bytes());
            inserted++;
        }
        next++;
        return new Entry(name, FileMode.REGULAR_FILE, id);
    }

    private void skip(String prefix) {
        while (next < files.size() && files.get(next).path().startsWith(prefix)) {
            next++;
        }
    }

    /** Returns the id of each name in a tree of the repository; folders end with {@code /}. */
    private Map<String, ObjectId> entries(ObjectId tree) throws IOException {
        Map<String, ObjectId> entries = new TreeMap<>();
        CanonicalTreeParser parser = new CanonicalTreeParser(new byte[0], reader, tree);
        for (; !parser.eof(); parser.next(1)) {
            boolean isFolder = FileMode.TREE.equals(parser.getEntryRawMode());
            entries.put(parser.getEntryPathString() + (isFolder ? "/" : ""), parser.getEntryObjectId());
        }
        return entries;
    }

    private record Entry(String name, FileMode mode, ObjectId id) {}
}
