package io.bitbuilder.bbc.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.util.FS;

/** Files of a work tree that its index has: the content of the repository without ignored and new files. */
public final class TrackedFiles {
    private static final String GIT_FILE = "gitdir: ";

    private final Path top;
    private final Set<String> files = new HashSet<>();
    private final Set<String> modules = new HashSet<>();

    private TrackedFiles(Path top, DirCache index) {
        this.top = top;
        for (int at = 0; at < index.getEntryCount(); at++) {
            boolean module = index.getEntry(at).getFileMode() == FileMode.GITLINK;
            (module ? modules : files).add(index.getEntry(at).getPathString());
        }
    }

    /**
     * Returns the tracked files of the work tree around a folder; empty when the folder is in none, holds no tracked
     * file, or has an index that cannot be read.
     */
    public static Optional<TrackedFiles> around(Path folder) {
        IsolatedSystemReader.install();
        for (Path top = folder; top != null; top = top.getParent()) {
            Path git = top.resolve(".git");
            if (Files.exists(git)) {
                return read(top, git).filter(tracked -> tracked.hasBelow(folder));
            }
        }
        return Optional.empty();
    }

    private static Optional<TrackedFiles> read(Path top, Path git) {
        try {
            String link = Files.isRegularFile(git) ? Files.readString(git).strip() : "";
            Path folder = link.startsWith(GIT_FILE) ? top.resolve(link.substring(GIT_FILE.length())) : git;
            Path index = folder.resolve("index");
            return Files.isRegularFile(index)
                    ? Optional.of(new TrackedFiles(top, DirCache.read(index.toFile(), FS.DETECTED)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the index has the file, or a submodule holds it. */
    public boolean contains(Path file) {
        if (!file.startsWith(top)) {
            return false;
        }
        Path below = top.relativize(file);
        if (files.contains(below.toString())) {
            return true;
        }
        for (Path module = below.getParent(); module != null && !modules.isEmpty(); module = module.getParent()) {
            if (modules.contains(module.toString())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasBelow(Path folder) {
        String prefix = folder.equals(top) ? "" : top.relativize(folder) + "/";
        return files.stream().anyMatch(file -> file.startsWith(prefix)) || contains(folder.resolve("any"));
    }
}
