package io.bitbuilder.bbc.git;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/** The files behind refs (gitrepository-layout(5)): syncing the folder of one and finding the lock that bars one. */
final class RefFiles {
    private RefFiles() {}

    /** Has the new name of a ref on the disk; in a reftable, that is the whole stack of tables. */
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

    /** A lock file that is there; whether a process still holds it can't be known, so it is never removed. */
    static Optional<Path> lockOf(Repository repository, String ref) {
        Path common = repository.getCommonDirectory().toPath();
        Path tables = common.resolve("reftable/tables.list.lock");
        Path loose = common.resolve(ref + ".lock");
        return Files.exists(loose) ? Optional.of(loose) : Files.exists(tables) ? Optional.of(tables) : Optional.empty();
    }
}
