package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.fault.EnvironmentFault;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a command reads its sources: folders, or a revision of a repository. */
final class SourceOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Folders and files to read (default: the current folder). With --rev: one folder of the repository.")
    private List<Path> paths = List.of();

    @Option(names = "--rev", paramLabel = "REV", description = "Read this revision from Git instead of folders.")
    private Optional<String> rev = Optional.empty();

    /** Opens the source; {@code committed} asks for a revision even when none is named. */
    Opened open(Console console, boolean committed) {
        if (rev.isEmpty() && !committed) {
            return Opened.folders(folders(console));
        }
        GitRepo repo = committed ? GitRepo.open(console.folder()) : GitRepo.openForReading(console.folder());
        try {
            Revision revision = repo.resolve(rev.orElse("HEAD"));
            return Opened.revision(repo, revision, RepoFolder.of(repo, console.folder(), paths));
        } catch (RuntimeException e) {
            repo.close();
            throw e;
        }
    }

    /** Opens folders; a revision can't be asked for. */
    Opened openFolders(Console console) {
        if (rev.isPresent()) {
            throw new EnvironmentFault("locks are written beside the sources: --rev has no place here");
        }
        return Opened.folders(folders(console));
    }

    /** The folders named, resolved. */
    List<Path> folders(Console console) {
        return (paths.isEmpty() ? List.of(Path.of("")) : paths).stream().map(console.folder()::resolve).toList();
    }

    /** The paths as given. */
    List<Path> paths() {
        return paths;
    }
}
