package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.source.SourceFile;
import java.util.List;

/** Parsed file. Declarations that did not parse are omitted; each has a finding. */
public record SourceUnit(SourceFile file, List<Decl> decls) {
    /** Copies. */
    public SourceUnit {
        decls = List.copyOf(decls);
    }
}
