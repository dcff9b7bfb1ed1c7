package io.bitbuilder.bbc.git;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.RawFile;
import java.util.List;

/**
 * Compiler input from a commit or the index: files as stored, sorted by path, and findings about entries that are not
 * regular files or that differ between machines.
 */
public record GitInput(List<RawFile> files, List<Finding> findings) {
    /** Copies. */
    public GitInput {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }
}
