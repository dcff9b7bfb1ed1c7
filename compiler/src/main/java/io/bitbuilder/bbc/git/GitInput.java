package io.bitbuilder.bbc.git;

import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.source.RawFile;
import java.util.List;

/**
 * What a commit or the index holds for a compiler: files as they are stored, sorted by path, and findings about entries that
 * are no plain files or that are not the same on every machine.
 */
public record GitInput(List<RawFile> files, List<Finding> findings) {
    /** Copies. */
    public GitInput {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }
}
