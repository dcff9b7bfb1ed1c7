package io.bitbuilder.bbc.explain;

import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;

/**
 * Paths of source files in messages: below a folder, except for files of the standard library.
 *
 * @param prefix the folder, with a slash at its end; may be empty
 */
record SourcePaths(String prefix) {
    String path(Span span) {
        return (span.file().owner() instanceof Owner.Std ? "" : prefix)
                + span.file().path();
    }

    /** Returns the path, line and column. */
    String place(Span span) {
        return path(span) + ":" + span.line() + ":" + span.column();
    }
}
