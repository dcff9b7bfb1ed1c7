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

/** Reads sources from folders, a commit or the index; the same files give the same set from each. */
public final class Input {
    /** Message of a run that found no input: an empty fleet is a wrong folder. */
    public static final String NOTHING = "no *.bbc file and no metadata.json of a tenant to read";

    static final Limits LIMITS = Limits.DEFAULT;

    private Input() {}

    /** Reads the fleet of folders and files of the command line. */
    public static SourceSet ofFolders(List<Path> roots, Findings findings) {
        return decode(FolderReader.read(roots, LIMITS, findings), findings);
    }

    /** Reads a folder of a commit; the empty folder is the root. */
    public static SourceSet ofCommit(GitRepo repo, Revision revision, String folder, Findings findings) {
        return ofGit(GitSources.ofCommit(repo, revision, folder, LIMITS), findings);
    }

    /** Reads a folder of the index, the content of the next commit. */
    public static SourceSet ofIndex(GitRepo repo, String folder, Findings findings) {
        return ofGit(GitSources.ofIndex(repo, folder, LIMITS), findings);
    }

    static SourceSet ofGit(GitInput input, Findings findings) {
        findings.addAll(input.findings());
        return decode(input.files(), findings);
    }

    private static SourceSet decode(List<RawFile> files, Findings findings) {
        return new SourceReader(LIMITS, findings).read(files);
    }
}
