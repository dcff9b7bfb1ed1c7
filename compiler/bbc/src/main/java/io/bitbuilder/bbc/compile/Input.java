package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.git.GitInput;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.GitSources;
import io.bitbuilder.bbc.git.Revision;
import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.bbc.read.SourceReader;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads sources from folders, a commit or the index; the same files give the same set from each. */
public final class Input {
    /** Message of a run that found no input: an empty fleet is a wrong folder. */
    public static final String NOTHING = "no *.bbc file and no metadata.json of a tenant to read";

    private Input() {}

    /** Raw files of one place, within limits. */
    interface Reader {
        List<RawFile> read(Limits limits, Findings findings);
    }

    /** Reads the fleet of folders and files of the command line. */
    public static SourceSet ofFolders(List<Path> roots, Findings findings) {
        return read((limits, found) -> FolderReader.read(roots, limits, found), findings);
    }

    /** Reads the same with files that are not saved yet, in place of the saved ones. */
    public static SourceSet ofFolders(List<Path> roots, List<RawFile> unsaved, Findings findings) {
        Set<String> replaced = unsaved.stream().map(RawFile::path).collect(Collectors.toSet());
        return read(
                (limits, found) -> Stream.concat(
                                FolderReader.read(roots, limits, found).stream()
                                        .filter(file -> !replaced.contains(file.path())),
                                unsaved.stream())
                        .toList(),
                findings);
    }

    /** Reads a folder of a commit; the empty folder is the root. */
    public static SourceSet ofCommit(GitRepo repo, Revision revision, String folder, Findings findings) {
        return read(ofGit(limits -> GitSources.ofCommit(repo, revision, folder, limits)), findings);
    }

    /** Reads a folder of the index, the content of the next commit. */
    public static SourceSet ofIndex(GitRepo repo, String folder, Findings findings) {
        return read(ofGit(limits -> GitSources.ofIndex(repo, folder, limits)), findings);
    }

    /** Returns the reader of a place of Git. */
    static Reader ofGit(Function<Limits, GitInput> place) {
        return (limits, findings) -> {
            GitInput input = place.apply(limits);
            findings.addAll(input.findings());
            return input.files();
        };
    }

    /** Reads at the default limits, which the platform's files are within, then at those that the platform sets. */
    static SourceSet read(Reader reader, Findings findings) {
        Limits limits = Limits.DEFAULT;
        while (true) {
            Findings found = new Findings();
            SourceSet sources = read(reader, limits, found);
            Limits raised = RaisedLimits.of(sources);
            // Each round raises a limit, so the rounds end; a fleet without `limits` has one.
            if (raised.equals(limits)) {
                findings.addAll(found.all());
                return sources;
            }
            limits = raised;
        }
    }

    /** Reads within limits that another platform sets. */
    static SourceSet read(Reader reader, Limits limits, Findings findings) {
        return new SourceReader(limits, findings).read(reader.read(limits, findings));
    }
}
