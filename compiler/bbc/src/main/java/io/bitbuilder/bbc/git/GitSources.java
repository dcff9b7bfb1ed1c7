package io.bitbuilder.bbc.git;

import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** Reads the input of a compilation from the objects of a repository, never from the work tree. */
public final class GitSources {
    private static final int MAX_TREE_BYTES = 16 << 20;
    private static final int MAX_DEPTH = 64;

    private final GitRepo repo;
    private final ObjectReader reader;
    private final InputCollector collector;
    private final ObjectChecker checker =
            new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true);

    private GitSources(GitRepo repo, ObjectReader reader, Limits limits) {
        this.repo = repo;
        this.reader = reader;
        this.collector = new InputCollector(reader, limits);
    }

    /** Reads the input in a folder of a commit, with paths relative to that folder; the empty folder is the root. */
    public static GitInput ofCommit(GitRepo repo, Revision revision, String folder, Limits limits) {
        try (ObjectReader reader = repo.jgit().newObjectReader()) {
            GitSources sources = new GitSources(repo, reader, limits);
            sources.tree(ObjectId.fromString(revision.treeId()), folder, revision.shortId());
            return sources.collector.result();
        }
    }

    /** Reads the input in a folder of a tree from another reader. */
    static GitInput ofTree(GitRepo repo, ObjectReader reader, ObjectId tree, String folder, Limits limits) {
        GitSources sources = new GitSources(repo, reader, limits);
        sources.tree(tree, folder, tree.name());
        return sources.collector.result();
    }

    /** Reads the input in a folder of the index: the files that {@code git commit} would commit now. */
    public static GitInput ofIndex(GitRepo repo, String folder, Limits limits) {
        try (ObjectReader reader = repo.jgit().newObjectReader()) {
            GitSources sources = new GitSources(repo, reader, limits);
            sources.index(folder);
            return sources.collector.result();
        }
    }

    private void tree(ObjectId root, String folder, String shown) {
        try {
            ObjectId start = folder(root, folder)
                    .orElseThrow(() -> new EnvironmentFault(
                            "unknown folder '" + folder + "' in " + shown + " of " + repo.where()));
            boolean isFleet = folder(start, "tenants").isPresent()
                    || folder(start, "platform").isPresent();
            tree(start, InputFolder.of(folder, inner -> isFleet).kept(), 0);
        } catch (MissingObjectException e) {
            throw repo.missing(e);
        } catch (IOException e) {
            throw repo.unreadable(e);
        }
    }

    private void tree(ObjectId id, byte[] prefix, int depth) throws IOException {
        String shown = new String(prefix, 0, Math.max(prefix.length - 1, 0), StandardCharsets.UTF_8);
        Optional<CanonicalTreeParser> sound = soundTree(id, shown);
        if (sound.isEmpty()) {
            return;
        }
        for (CanonicalTreeParser entry = sound.get(); !entry.eof(); entry.next(1)) {
            byte[] path = join(prefix, entry);
            if (path[prefix.length] == '.') {
                // As in a folder, hidden files are not input.
                collector.hidden(path);
                continue;
            }
            if (FileMode.TREE.equals(entry.getEntryRawMode())) {
                if (depth < MAX_DEPTH) {
                    tree(entry.getEntryObjectId(), withSlash(path), depth + 1);
                } else {
                    collector.badTree(shown, "folders are nested deeper than " + MAX_DEPTH);
                }
            } else {
                collector.entry(path, entry.getEntryRawMode(), entry.getEntryObjectId());
            }
        }
    }

    private Optional<CanonicalTreeParser> soundTree(ObjectId id, String shown) throws IOException {
        try {
            return Optional.of(checked(id));
        } catch (LargeObjectException e) {
            collector.badTree(shown, "it exceeds " + MAX_TREE_BYTES + " bytes");
        } catch (CorruptObjectException e) {
            collector.badTree(shown, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private CanonicalTreeParser checked(ObjectId id) throws IOException {
        byte[] raw = reader.open(id, Constants.OBJ_TREE).getBytes(MAX_TREE_BYTES);
        checker.checkTree(raw);
        CanonicalTreeParser parser = new CanonicalTreeParser();
        parser.reset(raw);
        return parser;
    }

    private Optional<ObjectId> folder(ObjectId root, String path) throws IOException {
        Optional<ObjectId> found = Optional.of(root);
        for (String name : path.isEmpty() ? new String[0] : path.split("/")) {
            found = found.isEmpty() ? found : child(found.get(), name);
        }
        return found;
    }

    /** Returns a folder in a folder; empty for an invalid tree, which the walk reports. */
    private Optional<ObjectId> child(ObjectId tree, String name) throws IOException {
        try {
            for (CanonicalTreeParser entry = checked(tree); !entry.eof(); entry.next(1)) {
                if (entry.getEntryPathString().equals(name) && FileMode.TREE.equals(entry.getEntryRawMode())) {
                    return Optional.of(entry.getEntryObjectId());
                }
            }
            return Optional.empty();
        } catch (LargeObjectException | CorruptObjectException e) {
            return Optional.empty();
        }
    }

    private void index(String folder) {
        DirCache index = readIndex();
        InputFolder input = InputFolder.of(folder, inner -> index.getEntriesWithin(inner).length > 0);
        byte[] prefix = input.prefix();
        try {
            for (int at = 0; at < index.getEntryCount(); at++) {
                DirCacheEntry entry = index.getEntry(at);
                byte[] path = entry.getRawPath();
                if (!startsWith(path, prefix) || entry.isIntentToAdd()) {
                    continue;
                }
                byte[] below = new byte[input.kept().length + path.length - prefix.length];
                System.arraycopy(input.kept(), 0, below, 0, input.kept().length);
                System.arraycopy(path, prefix.length, below, input.kept().length, path.length - prefix.length);
                if (entry.getStage() == DirCacheEntry.STAGE_0) {
                    collector.entry(below, entry.getRawMode(), entry.getObjectId());
                } else if (at == 0
                        || !Arrays.equals(path, index.getEntry(at - 1).getRawPath())) {
                    collector.unmerged(below);
                }
            }
        } catch (MissingObjectException e) {
            throw repo.missing(e);
        } catch (IOException e) {
            throw repo.unreadable(e);
        }
    }

    /** JGit reads the plain forms of the index and throws one exception class for all others. */
    private DirCache readIndex() {
        try {
            return repo.jgit().readDirCache();
        } catch (CorruptObjectException e) {
            throw new EnvironmentFault(
                    "cannot read the index of " + repo.where()
                            + ": if it is split or sparse, run 'git update-index --no-split-index' or 'git "
                            + "sparse-checkout init --no-sparse-index'",
                    e);
        } catch (IOException e) {
            throw repo.unreadable(e);
        }
    }

    private static boolean startsWith(byte[] path, byte[] prefix) {
        return path.length > prefix.length && Arrays.equals(path, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] join(byte[] prefix, CanonicalTreeParser entry) {
        byte[] name = new byte[entry.getNameLength()];
        entry.getName(name, 0);
        ByteArrayOutputStream path = new ByteArrayOutputStream(prefix.length + 1 + name.length);
        path.writeBytes(prefix);
        path.writeBytes(name);
        return path.toByteArray();
    }

    private static byte[] withSlash(byte[] path) {
        byte[] folder = Arrays.copyOf(path, path.length + 1);
        folder[path.length] = '/';
        return folder;
    }
}
