package io.bitbuilder.bbc.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;

/** Syncs new packs to disk: JGit renames them into place without a sync, and a ref must never outlive its objects. */
final class PackFiles {
    private final Path folder;
    private final Set<Path> before;

    private PackFiles(Path folder, Set<Path> before) {
        this.folder = folder;
        this.before = before;
    }

    /** Lists the existing packs. */
    static PackFiles of(Path folder) throws IOException {
        return new PackFiles(folder, list(folder));
    }

    /** Syncs the new packs, then their names. */
    void syncNew() throws IOException {
        for (Path file : list(folder)) {
            if (!before.contains(file)) {
                sync(file);
            }
        }
        sync(folder);
        sync(folder.getParent());
    }

    /** fsync(2) of a file or a folder. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Set<Path> list(Path folder) throws IOException {
        Set<Path> files = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "pack-*")) {
                entries.forEach(files::add);
            }
        }
        return files;
    }
}
