package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.source.SourceFile;
import java.util.List;

/** One parsed file. Declarations that did not parse are left out; a finding stands for each. */
public record SourceUnit(SourceFile file, List<Decl> decls) {
    /** Copies. */
    public SourceUnit {
        decls = List.copyOf(decls);
    }
}
