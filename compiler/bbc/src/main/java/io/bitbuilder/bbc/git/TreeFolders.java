package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.read.FleetRoot;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** Folders of a tree object. */
final class TreeFolders implements FleetRoot.Folders {
    static final int MAX_TREE_BYTES = 16 << 20;

    private static final ObjectChecker CHECKER =
            new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true);

    private static final int MAX_KEPT_BYTES = 16 << 10;

    private final Map<ObjectId, byte[]> recent = RecentBlobs.recent();
    private final GitRepo repo;
    private final ObjectReader reader;
    private final ObjectId root;

    TreeFolders(GitRepo repo, ObjectReader reader, ObjectId root) {
        this.repo = repo;
        this.reader = reader;
        this.root = root;
    }

    @Override
    public boolean exists(String folder) {
        return find(folder).isPresent();
    }

    @Override
    public boolean hasProgram(String folder) {
        Optional<ObjectId> tree = find(folder);
        try {
            if (tree.isPresent()) {
                for (CanonicalTreeParser entry = sound(tree.get()); !entry.eof(); entry.next(1)) {
                    if (entry.getEntryPathString().endsWith(".bbc") && !FileMode.TREE.equals(entry.getEntryRawMode())) {
                        return true;
                    }
                }
            }
            return false;
        } catch (LargeObjectException | CorruptObjectException e) {
            return false;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Returns the tree of a folder; empty for an invalid tree on the way to it, which the reader of input reports. */
    Optional<ObjectId> find(String folder) {
        try {
            Optional<ObjectId> found = Optional.of(root);
            for (String name : folder.isEmpty() ? new String[0] : folder.split("/")) {
                found = found.isEmpty() ? found : child(found.get(), name);
            }
            return found;
        } catch (LargeObjectException | CorruptObjectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Returns a parser of a tree that Git itself would have written. */
    CanonicalTreeParser sound(ObjectId id) throws IOException {
        byte[] raw = recent.get(id);
        if (raw == null) {
            raw = reader.open(id, Constants.OBJ_TREE).getBytes(MAX_TREE_BYTES);
            CHECKER.checkTree(raw);
            if (raw.length <= MAX_KEPT_BYTES) {
                recent.put(id, raw);
            }
        }
        CanonicalTreeParser parser = new CanonicalTreeParser();
        parser.reset(raw);
        return parser;
    }

    private Optional<ObjectId> child(ObjectId tree, String name) throws IOException {
        for (CanonicalTreeParser entry = sound(tree); !entry.eof(); entry.next(1)) {
            if (entry.getEntryPathString().equals(name) && FileMode.TREE.equals(entry.getEntryRawMode())) {
                return Optional.of(entry.getEntryObjectId());
            }
        }
        return Optional.empty();
    }

    private RuntimeException failed(IOException e) {
        return e instanceof MissingObjectException missing ? repo.missing(missing) : repo.unreadable(e);
    }
}
