package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.git.TrackedFiles;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.verify.TreeFiles;
import io.bitbuilder.systemd.verify.TreeListing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Files that {@code bbc verify} reads for its arguments. Of a folder in a Git work tree these are the tracked ones.
 *
 * @param files files to verify
 * @param others paths of other files of the folders
 * @param links symbolic links and their targets
 * @param unread files that could not be read or have no known type, with the reason
 * @param untracked number of files with names of systemd that Git does not track
 */
record VerifyPaths(
        List<RawFile> files,
        SortedSet<String> others,
        SortedMap<String, String> links,
        SortedMap<String, String> unread,
        int untracked) {

    /** Copies. */
    VerifyPaths {
        files = List.copyOf(files);
        others = new TreeSet<>(others);
        links = new TreeMap<>(links);
        unread = new TreeMap<>(unread);
    }

    private static final int MAX_BYTES = 4 << 20;

    /** A folder of the command line, with the files that Git tracks in it; empty outside of a work tree. */
    private record Scope(Path folder, Optional<TrackedFiles> tracked) {}

    static VerifyPaths read(List<Path> roots, Optional<FileKind> kind) {
        List<Scope> scopes = roots.stream()
                .filter(Files::isDirectory)
                .map(root -> root.toAbsolutePath().normalize())
                .map(folder -> new Scope(folder, TrackedFiles.around(folder)))
                .toList();
        Set<Path> untracked = new HashSet<>();
        TreeListing listing = TreeFiles.read(roots, file -> isTracked(file, scopes, untracked));
        SortedMap<String, String> unread = new TreeMap<>(listing.unread());
        List<RawFile> files = new ArrayList<>();
        for (RawFile file : listing.files()) {
            if (kind.isPresent() || FileKinds.of(file.path()).isPresent()) {
                files.add(file);
            } else {
                unread.put(file.path(), "not named like a file that systemd reads; use --as TYPE");
            }
        }
        return new VerifyPaths(files, listing.others(), listing.links(), unread, untracked.size());
    }

    /** Returns standard input as one file. */
    static VerifyPaths ofStream(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new EnvironmentFault("standard input is larger than 4 MiB");
            }
            RawFile file = new RawFile("stdin", bytes);
            return new VerifyPaths(List.of(file), new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), 0);
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot read standard input", e);
        }
    }

    private static boolean isTracked(Path file, List<Scope> scopes, Set<Path> untracked) {
        boolean known = scopes.stream()
                .filter(scope -> file.startsWith(scope.folder()))
                .anyMatch(
                        scope -> scope.tracked().filter(t -> !t.contains(file)).isEmpty());
        if (!known && FileKinds.of(file.toString()).isPresent()) {
            untracked.add(file);
        }
        return known;
    }
}
