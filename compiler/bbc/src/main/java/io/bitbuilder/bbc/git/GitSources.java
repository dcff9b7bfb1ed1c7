package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.read.FleetRoot;
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
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** Reads the input of a compilation from the objects of a repository, never from the work tree. */
public final class GitSources {
    private static final int MAX_DEPTH = 64;

    private final InputCollector collector;

    private GitSources(ObjectReader reader, Limits limits) {
        this.collector = new InputCollector(reader, limits);
    }

    /** Returns the folders of a commit. */
    public static FleetRoot.Folders foldersOf(GitRepo repo, Revision revision) {
        return new TreeFolders(repo, repo.jgit().newObjectReader(), ObjectId.fromString(revision.treeId()));
    }

    /** Returns the folders of the index. */
    public static FleetRoot.Folders foldersOfIndex(GitRepo repo) {
        return new IndexFolders(readIndex(repo));
    }

    /** Reads the input in a folder of a commit, with paths relative to that folder; the empty folder is the root. */
    public static GitInput ofCommit(GitRepo repo, Revision revision, String folder, Limits limits) {
        try (ObjectReader reader = repo.jgit().newObjectReader()) {
            return ofTree(repo, reader, ObjectId.fromString(revision.treeId()), folder, limits);
        }
    }

    /** Reads the input in a folder of a tree from another reader. */
    static GitInput ofTree(GitRepo repo, ObjectReader reader, ObjectId tree, String folder, Limits limits) {
        GitSources sources = new GitSources(reader, limits);
        sources.tree(repo, new TreeFolders(repo, reader, tree), folder);
        return sources.collector.result();
    }

    /** Reads the input in a folder of the index: the files that {@code git commit} would commit now. */
    public static GitInput ofIndex(GitRepo repo, String folder, Limits limits) {
        try (ObjectReader reader = repo.jgit().newObjectReader()) {
            GitSources sources = new GitSources(reader, limits);
            sources.index(repo, folder);
            return sources.collector.result();
        }
    }

    private void tree(GitRepo repo, TreeFolders folders, String folder) {
        ObjectId start = folders.find(folder)
                .orElseThrow(() -> new EnvironmentFault("unknown folder '" + folder + "' in " + repo.where()));
        try {
            tree(folders, start, new byte[0], 0);
        } catch (MissingObjectException e) {
            throw repo.missing(e);
        } catch (IOException e) {
            throw repo.unreadable(e);
        }
    }

    private void tree(TreeFolders folders, ObjectId id, byte[] prefix, int depth) throws IOException {
        String shown = new String(prefix, 0, Math.max(prefix.length - 1, 0), StandardCharsets.UTF_8);
        Optional<CanonicalTreeParser> sound = soundTree(folders, id, shown);
        if (sound.isEmpty()) {
            return;
        }
        for (CanonicalTreeParser entry = sound.get(); !entry.eof(); entry.next(1)) {
            byte[] path = join(prefix, entry);
            if (!collector.mayEnter(path)) {
                return;
            }
            if (FileMode.TREE.equals(entry.getEntryRawMode())) {
                if (path[prefix.length] == '.') {
                    // As on a disk, files of hidden folders are not input.
                    collector.hidden(path);
                } else if (depth < MAX_DEPTH) {
                    tree(folders, entry.getEntryObjectId(), withSlash(path), depth + 1);
                } else {
                    collector.badTree(shown, "folders are nested deeper than " + MAX_DEPTH);
                }
            } else {
                collector.entry(path, entry.getEntryRawMode(), entry.getEntryObjectId());
            }
        }
    }

    private Optional<CanonicalTreeParser> soundTree(TreeFolders folders, ObjectId id, String shown) throws IOException {
        try {
            return Optional.of(folders.sound(id));
        } catch (LargeObjectException e) {
            collector.badTree(shown, "it exceeds " + TreeFolders.MAX_TREE_BYTES + " bytes");
        } catch (CorruptObjectException e) {
            collector.badTree(shown, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private void index(GitRepo repo, String folder) {
        DirCache index = readIndex(repo);
        byte[] prefix = (folder.isEmpty() ? "" : folder + "/").getBytes(StandardCharsets.UTF_8);
        try {
            for (int at = 0; at < index.getEntryCount(); at++) {
                DirCacheEntry entry = index.getEntry(at);
                byte[] path = entry.getRawPath();
                if (!startsWith(path, prefix) || entry.isIntentToAdd()) {
                    continue;
                }
                byte[] below = Arrays.copyOfRange(path, prefix.length, path.length);
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
    private static DirCache readIndex(GitRepo repo) {
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
