package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.fault.EnvironmentFault;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.Revision;
import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.bbc.source.SourceSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A source ready to be read, and the repository behind it if there is one. */
final class Opened implements AutoCloseable {
    private final Optional<GitRepo> repo;
    private final Optional<Revision> revision;
    private final String prefix;
    private final Function<Findings, SourceSet> reader;

    private Opened(Optional<GitRepo> repo, Optional<Revision> revision, String prefix, Function<Findings, SourceSet> reader) {
        this.repo = repo;
        this.revision = revision;
        this.prefix = prefix;
        this.reader = reader;
    }

    static Opened folders(Console console, List<Path> folders) {
        Path here = console.folder().toAbsolutePath().normalize();
        String prefix = prefix(here.relativize(FolderReader.base(folders)).toString());
        return new Opened(Optional.empty(), Optional.empty(), prefix, findings -> Input.ofFolders(folders, findings));
    }

    static Opened revision(GitRepo repo, Revision revision, String folder) {
        return new Opened(Optional.of(repo), Optional.of(revision), prefix(folder), findings -> Input.ofCommit(repo, revision, folder, findings));
    }

    static Opened index(GitRepo repo, String folder) {
        return new Opened(Optional.of(repo), Optional.empty(), prefix(folder), findings -> Input.ofIndex(repo, folder, findings));
    }

    /** Reads it; no input at all is wrong use. */
    SourceSet read(Findings findings) {
        SourceSet sources = readAny(findings);
        if (sources.isEmpty() && !findings.hasErrors()) {
            throw new EnvironmentFault("there is no *.bbc file and no tenant's metadata.json to read");
        }
        return sources;
    }

    /** Reads it; a state without sources is an empty fleet. */
    SourceSet readAny(Findings findings) {
        return reader.apply(findings);
    }

    private static String prefix(String folder) {
        return folder.isEmpty() ? "" : folder + "/";
    }

    /** The folder of the sources for messages: seen from here, or from the root of the repository. */
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
