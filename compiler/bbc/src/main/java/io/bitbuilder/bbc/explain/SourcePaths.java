package io.bitbuilder.bbc.explain;

import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.function.UnaryOperator;

/**
 * Paths of source files in messages.
 *
 * @param shown maps a path below the root of the fleet to the displayed one; not for files of the standard library
 */
record SourcePaths(UnaryOperator<String> shown) {
    String path(Span span) {
        String path = span.file().path();
        return span.file().owner() instanceof Owner.Std ? path : shown.apply(path);
    }

    /** Returns the path, line and column. */
    String place(Span span) {
        return path(span) + ":" + span.line() + ":" + span.column();
    }
}
