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
    private static final String GIT = ".git";
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
        return top(folder).flatMap(top -> read(top, top.resolve(GIT))).filter(tracked -> tracked.hasBelow(folder));
    }

    /** Returns the top of the work tree that holds a file or folder; empty when there is none. */
    public static Optional<Path> top(Path path) {
        for (Path top = path; top != null; top = top.getParent()) {
            if (Files.exists(top.resolve(GIT))) {
                return Optional.of(top);
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
