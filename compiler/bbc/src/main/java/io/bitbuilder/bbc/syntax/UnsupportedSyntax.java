package io.bitbuilder.bbc.syntax;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;

/** Reports constructs that this compiler does not support yet: refused by name, never ignored. */
final class UnsupportedSyntax {
    private UnsupportedSyntax() {}

    /** Returns the finding for one construct. */
    static Finding finding(String construct, Span span) {
        return Finding.of(Code.UNSUPPORTED_CONSTRUCT, span, "`" + construct + "` is not supported yet")
                .why("this version refuses what it cannot compile, so that no statement is silently without effect")
                .fix("remove it; `bbc explain SYN090` lists the unsupported constructs");
    }
}
