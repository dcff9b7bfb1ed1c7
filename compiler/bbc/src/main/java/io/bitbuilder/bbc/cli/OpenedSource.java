package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.GitSources;
import io.bitbuilder.bbc.git.RepoFolder;
import io.bitbuilder.bbc.git.Revision;
import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.bbc.read.SourceReader;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sources ready to be read, with their repository if they come from one. */
final class OpenedSource implements AutoCloseable {
    private final Optional<GitRepo> repo;
    private final Optional<Revision> revision;
    private final SourceViews paths;
    private final Function<Findings, SourceSet> reader;

    private OpenedSource(
            Optional<GitRepo> repo,
            Optional<Revision> revision,
            SourceViews paths,
            Function<Findings, SourceSet> reader) {
        this.repo = repo;
        this.revision = revision;
        this.paths = paths;
        this.reader = reader;
    }

    static OpenedSource folders(Console console, List<Path> folders) {
        return new OpenedSource(
                Optional.empty(),
                Optional.empty(),
                SourceViews.onDisk(console.folder(), FolderReader.base(folders), FolderReader.top(folders)),
                findings -> Input.ofFolders(folders, findings));
    }

    /** Opens the fleet of a file, whose content is that of standard input and not the saved one. */
    static OpenedSource unsaved(Console console, Path given) {
        Path file = console.folder().resolve(given).toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new EnvironmentFault("no folder for the file `" + given + "`");
        }
        List<Path> roots = List.of(folder);
        String path = FolderReader.base(roots)
                .relativize(real(folder).resolve(file.getFileName()))
                .toString();
        if (!SourceReader.wants(path)) {
            throw new EnvironmentFault(
                    "`" + given + "` is not a file that bbc reads (*.bbc, metadata.json, locks/*.lock)");
        }
        RawFile unsaved = new RawFile(path, standardInput(console));
        return new OpenedSource(
                Optional.empty(),
                Optional.empty(),
                SourceViews.onDisk(console.folder(), FolderReader.base(roots), FolderReader.top(roots)),
                findings -> Input.ofFolders(roots, List.of(unsaved), findings));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot read `" + folder + "`", e);
        }
    }

    /** Returns standard input; more than any limit allows is refused like a file of that size. */
    static byte[] standardInput(Console console) {
        try {
            return console.in().readNBytes((int) Limit.FILE_BYTES.ceiling() + 1);
        } catch (IOException e) {
            throw EnvironmentFault.of("cannot read standard input", e);
        }
    }

    static OpenedSource revision(GitRepo repo, Revision revision, RepoFolder folder) {
        String root = folder.root(GitSources.foldersOf(repo, revision));
        return new OpenedSource(
                Optional.of(repo),
                Optional.of(revision),
                SourceViews.inRepository(root),
                findings -> Input.ofCommit(repo, revision, root, findings));
    }

    static OpenedSource index(GitRepo repo, RepoFolder folder) {
        String root = folder.root(GitSources.foldersOfIndex(repo));
        return new OpenedSource(
                Optional.of(repo),
                Optional.empty(),
                SourceViews.inRepository(root),
                findings -> Input.ofIndex(repo, root, findings));
    }

    /** Reads the sources; none at all is a usage error. */
    SourceSet read(Findings findings) {
        SourceSet sources = readAny(findings);
        if (sources.isEmpty() && !findings.hasErrors()) {
            throw new EnvironmentFault(Input.NOTHING);
        }
        return sources;
    }

    /** Reads the sources; none at all is an empty fleet. */
    SourceSet readAny(Findings findings) {
        return reader.apply(findings);
    }

    /** Returns the displayed paths of the sources. */
    SourceViews paths() {
        return paths;
    }

    GitRepo repo() {
        return repo.orElseThrow();
    }

    Optional<Revision> revision() {
        return revision;
    }

    @Override
    public void close() {
        repo.ifPresent(GitRepo::close);
    }
}
