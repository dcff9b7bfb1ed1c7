/**
 * Decoded source files, spans, owners and limits.
 *
 * <p>In: raw files of a folder, a Git tree or the index. Out: a {@link io.bitbuilder.bbc.source.SourceSet} of decoded
 * {@link io.bitbuilder.bbc.source.SourceFile}s with owners, and spans into them.
 */
@NullMarked
package io.bitbuilder.bbc.source;

import org.jspecify.annotations.NullMarked;
