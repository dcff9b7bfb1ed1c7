package io.bitbuilder.bbc.read;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files and folders to read for paths of the command line: the root of their fleet ({@link FleetRoot}), else exactly
 * the named ones, below the deepest folder that contains them all.
 *
 * @param named the paths of the command line, without those in others of them
 * @param base the folder that input paths are relative to
 * @param roots files and folders to read
 * @param top the top of the work tree, or the base without a repository
 */
record RootPaths(List<Path> named, Path base, List<Path> roots, Path top) {
    RootPaths {
        named = List.copyOf(named);
        roots = List.copyOf(roots);
    }

    static RootPaths of(List<Path> given) {
        List<Path> roots = new ArrayList<>();
        for (Path path : given.stream().map(RootPaths::real).sorted().toList()) {
            // Sorted, so that a folder precedes its contents and covers them.
            if (roots.stream().noneMatch(path::startsWith)) {
                roots.add(path);
            }
        }
        if (roots.isEmpty()) {
            throw new EnvironmentFault("missing input: name a file or folder");
        }
        Path common = common(roots);
        Optional<Path> workTree = workTree(common);
        Path top = workTree.orElse(common.getRoot());
        DiskFolders folders = new DiskFolders(top);
        String start = top.relativize(common).toString();
        String root = FleetRoot.of(folders, start, workTree.isPresent()).orElse(start);
        Path base = top.resolve(root);
        boolean whole = !root.equals(start) || folders.isFleet(root);
        return new RootPaths(roots, base, whole ? List.of(base) : roots, workTree.orElse(base));
    }

    /** Returns the path without links in its folders; a link in place of a file stays, and is reported. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw new EnvironmentFault("file or folder not found: `" + absolute + "`");
        }
        try {
            return Files.isDirectory(absolute) || absolute.getParent() == null
                    ? absolute.toRealPath()
                    : absolute.getParent().toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot read `" + absolute + "`", e);
        }
    }

    private static Path common(List<Path> roots) {
        Path first = roots.getFirst();
        Path common = Files.isDirectory(first) ? first : parent(first);
        for (Path root : roots) {
            while (!root.startsWith(common)) {
                common = parent(common);
            }
        }
        return common;
    }

    /** Returns the top of the work tree that contains a folder; it has {@code .git} (gitrepository-layout(5)). */
    private static Optional<Path> workTree(Path folder) {
        Path at = folder;
        while (at != null && !Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            at = at.getParent();
        }
        return Optional.ofNullable(at);
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** Folders below a folder of the file system. */
    private record DiskFolders(Path top) implements FleetRoot.Folders {
        @Override
        public boolean exists(String folder) {
            return Files.isDirectory(top.resolve(folder), LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public boolean hasProgram(String folder) {
            try (DirectoryStream<Path> programs = Files.newDirectoryStream(top.resolve(folder), "*.bbc")) {
                return programs.iterator().hasNext();
            } catch (IOException e) {
                // An enclosing folder may be closed to the user.
                return false;
            }
        }
    }
}
