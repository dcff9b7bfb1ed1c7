package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.RepoFolder;
import io.bitbuilder.bbc.git.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for sources: folders, or a revision of a repository. */
final class SourceOptions extends PathOptions {
    @Option(
            names = "--rev",
            paramLabel = "REV",
            description = "Read this Git revision instead of folders; PATH is then one folder of the repository.")
    private Optional<String> rev = Optional.empty();

    /** Returns whether a revision is named. */
    boolean hasRevision() {
        return rev.isPresent();
    }

    /** Opens the sources; with {@code committed}, a revision even if none is named. */
    OpenedSource open(Console console, boolean committed) {
        return open(console, rev, committed, paths());
    }

    /** Opens folders, or one folder of a revision. */
    static OpenedSource open(Console console, Optional<String> rev, boolean committed, List<Path> paths) {
        if (rev.isEmpty() && !committed) {
            return OpenedSource.folders(console, folders(console, paths));
        }
        GitRepo repo = GitRepo.openForReading(console.folder());
        try {
            Revision revision = repo.resolve(rev.orElse("HEAD"));
            return OpenedSource.revision(repo, revision, RepoFolder.of(repo, console.folder(), paths));
        } catch (RuntimeException e) {
            repo.close();
            throw e;
        }
    }
}
