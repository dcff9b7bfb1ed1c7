package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.source.Span;

/** Reports constructs that this compiler does not support yet: refused by name, never ignored. */
final class NotBuilt {
    private NotBuilt() {}

    /** Returns the finding for one construct. */
    static Finding finding(String construct, Span span) {
        return Finding.of(Code.SYN090, span, "`" + construct + "` is not supported yet")
                .why("this version refuses what it cannot compile, so that no statement is silently without effect")
                .fix("remove it; `bbc explain SYN090` lists the unsupported constructs");
    }
}
