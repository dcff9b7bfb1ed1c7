package io.bitbuilder.bbc.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/** Files of refs (gitrepository-layout(5)): syncs their folders and finds their locks. */
final class RefFiles {
    private RefFiles() {}

    /** Syncs the new value of a ref to disk; in a reftable, that is the whole stack of tables. */
    static void sync(Repository repository, String ref) throws IOException {
        Path common = repository.getCommonDirectory().toPath();
        Path tables = common.resolve("reftable");
        if (Files.isDirectory(tables)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(tables)) {
                for (Path table : entries) {
                    PackFiles.sync(table);
                }
            }
            PackFiles.sync(tables);
            return;
        }
        for (Path folder = common.resolve(ref).getParent(); folder.startsWith(common); folder = folder.getParent()) {
            PackFiles.sync(folder);
        }
    }

    /** Returns an existing lock file; a process may still hold it, so it is never removed. */
    static Optional<Path> lockOf(Repository repository, String ref) {
        Path common = repository.getCommonDirectory().toPath();
        Path tables = common.resolve("reftable/tables.list.lock");
        Path loose = common.resolve(ref + ".lock");
        return Files.exists(loose) ? Optional.of(loose) : Files.exists(tables) ? Optional.of(tables) : Optional.empty();
    }
}
