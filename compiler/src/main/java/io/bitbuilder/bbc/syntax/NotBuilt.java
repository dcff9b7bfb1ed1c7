package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.source.Span;

/** What the language knows and this compiler does not do yet: refused by name, so that nothing is ever ignored. */
final class NotBuilt {
    private NotBuilt() {}

    /** The finding for one construct. */
    static Finding finding(String construct, Span span) {
        return Finding.of(Code.SYN090, span, "`" + construct + "` is not built yet")
                .why("this version refuses what it cannot compile, so that nothing written is without effect")
                .fix("remove it; `bbc explain SYN090` lists what this version does not know");
    }
}
