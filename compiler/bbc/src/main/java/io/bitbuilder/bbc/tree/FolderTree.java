package io.bitbuilder.bbc.tree;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads compiled trees from folders. Symbolic links are never followed: a tree has none. */
public final class FolderTree {
    private FolderTree() {}

    /**
     * Reads the tree in a folder that bbc wrote.
     *
     * @throws EnvironmentFault if the folder is not a compiled tree
     */
    public static Tree read(Path folder) {
        if (!Files.isRegularFile(folder.resolve("fleet.json"), LinkOption.NOFOLLOW_LINKS)) {
            throw new EnvironmentFault(folder + " is not a compiled tree: it has no fleet.json");
        }
        try {
            List<TreeFile> files = new ArrayList<>();
            for (Path file : regularFiles(folder)
                    .orElseThrow(() -> new EnvironmentFault(folder
                            + " is not a compiled tree: it contains links, devices or names that bbc never writes"))) {
                if (Files.size(file) > TreeFile.MAX_BYTES) {
                    throw new EnvironmentFault(file + " exceeds " + TreeFile.MAX_BYTES + " bytes");
                }
                files.add(new TreeFile(pathIn(folder, file), Files.readAllBytes(file)));
            }
            return Tree.of(files);
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot read the tree in " + folder, e);
        }
    }

    /** Returns whether the folder contains exactly the files of a tree. */
    static boolean holdsExactly(Path folder, Tree tree) throws IOException {
        Optional<List<Path>> found = regularFiles(folder);
        if (found.isEmpty() || found.get().size() != tree.files().size()) {
            return false;
        }
        for (Path file : found.get()) {
            Optional<byte[]> meant = tree.bytes(pathIn(folder, file));
            boolean same = meant.isPresent()
                    && Files.size(file) == meant.get().length
                    && Arrays.equals(Files.readAllBytes(file), meant.get());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the files of a folder; empty if an entry cannot be part of a compiled tree: a special file, an invalid
     * name, an empty folder.
     */
    private static Optional<List<Path>> regularFiles(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        boolean[] foreign = {false};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            private int filesBefore;

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                filesBefore = files.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                foreign[0] |= !attributes.isRegularFile()
                        || TreePath.fault(pathIn(folder, file)).isPresent();
                files.add(file);
                return foreign[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                foreign[0] |= files.size() == filesBefore;
                return foreign[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        return foreign[0] ? Optional.empty() : Optional.of(files);
    }

    private static String pathIn(Path folder, Path file) {
        return folder.relativize(file).toString();
    }
}
