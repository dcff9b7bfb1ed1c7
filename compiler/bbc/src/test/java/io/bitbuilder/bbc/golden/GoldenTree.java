package io.bitbuilder.bbc.golden;

import io.bitbuilder.bbc.tree.FolderTree;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Expected tree of an example. Its folder omits the fixed host runtime: those files are expected to be the ones of
 * {@code stdlib/host}, on every host.
 */
record GoldenTree(Path folder) {
    private static final Path RUNTIME = Repository.path("stdlib/host");

    /** Returns the whole tree. */
    Tree whole() {
        List<TreeFile> files = new ArrayList<>(FolderTree.read(folder).files());
        for (Path host : Repository.entries(folder.resolve("hosts"))) {
            for (String path : runtime()) {
                files.add(new TreeFile("hosts/" + host.getFileName() + "/" + path, read(RUNTIME.resolve(path))));
            }
        }
        return Tree.of(files);
    }

    /** Replaces the folder by a compiled tree. Not by {@code FolderWriter}, whose lock file would stay beside it. */
    void bless(Tree compiled) {
        List<String> runtime = runtime();
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            for (TreeFile file : compiled.files()) {
                if (!runtime.contains(file.path().replaceFirst("hosts/[^/]+/", ""))) {
                    Path path = folder.resolve(file.path());
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.bytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the paths of the fixed files, below a host's folder. */
    private static List<String> runtime() {
        try (Stream<Path> files = Files.walk(RUNTIME.resolve("etc"))) {
            return files.filter(Files::isRegularFile)
                    .map(f -> RUNTIME.relativize(f).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
