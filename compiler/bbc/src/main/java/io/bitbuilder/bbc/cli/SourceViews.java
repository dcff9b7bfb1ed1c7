package io.bitbuilder.bbc.cli;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Displayed paths of sources, by those below the root of their fleet.
 *
 * @param toReader to paths from the current folder; of a repository, from its root
 * @param toTop to paths from the top of the work tree, as forges want them
 */
record SourceViews(UnaryOperator<String> toReader, UnaryOperator<String> toTop) {
    /** Shows paths unchanged. */
    static final SourceViews AS_THEY_ARE = new SourceViews(UnaryOperator.identity(), UnaryOperator.identity());

    /** Returns the paths of sources in folders. */
    static SourceViews onDisk(Path reader, Path root, Path top) {
        return new SourceViews(
                PathView.from(reader, root), PathView.below(top.relativize(root).toString()));
    }

    /** Returns the paths of sources in a folder of a revision or the index. */
    static SourceViews inRepository(String root) {
        PathView view = PathView.below(root);
        return new SourceViews(view, view);
    }
}
