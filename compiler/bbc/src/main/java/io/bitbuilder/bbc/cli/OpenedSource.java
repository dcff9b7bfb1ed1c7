package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.Revision;
import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.SourceSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sources ready to be read, with their repository if they come from one. */
final class OpenedSource implements AutoCloseable {
    private final Optional<GitRepo> repo;
    private final Optional<Revision> revision;
    private final String prefix;
    private final Function<Findings, SourceSet> reader;

    private OpenedSource(
            Optional<GitRepo> repo, Optional<Revision> revision, String prefix, Function<Findings, SourceSet> reader) {
        this.repo = repo;
        this.revision = revision;
        this.prefix = prefix;
        this.reader = reader;
    }

    static OpenedSource folders(Console console, List<Path> folders) {
        Path here = console.folder().toAbsolutePath().normalize();
        String prefix = prefix(here.relativize(FolderReader.base(folders)).toString());
        return new OpenedSource(
                Optional.empty(), Optional.empty(), prefix, findings -> Input.ofFolders(folders, findings));
    }

    static OpenedSource revision(GitRepo repo, Revision revision, String folder) {
        return new OpenedSource(
                Optional.of(repo),
                Optional.of(revision),
                prefix(folder),
                findings -> Input.ofCommit(repo, revision, folder, findings));
    }

    static OpenedSource index(GitRepo repo, String folder) {
        return new OpenedSource(
                Optional.of(repo), Optional.empty(), prefix(folder), findings -> Input.ofIndex(repo, folder, findings));
    }

    /** Reads the sources; none at all is a usage error. */
    SourceSet read(Findings findings) {
        SourceSet sources = readAny(findings);
        if (sources.isEmpty() && !findings.hasErrors()) {
            throw new EnvironmentFault("no *.bbc file and no metadata.json of a tenant to read");
        }
        return sources;
    }

    /** Reads the sources; none at all is an empty fleet. */
    SourceSet readAny(Findings findings) {
        return reader.apply(findings);
    }

    private static String prefix(String folder) {
        return folder.isEmpty() ? "" : folder + "/";
    }

    /**
     * Returns the folder of the sources in messages: relative to the current folder, or to the root of the repository.
     */
    String prefix() {
        return prefix;
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
