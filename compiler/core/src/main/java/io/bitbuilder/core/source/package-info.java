/**
 * Decoded source files, spans, owners and limits.
 *
 * <p>In: raw files of a folder, a Git tree or the index. Out: a {@link io.bitbuilder.core.source.SourceSet} of decoded
 * {@link io.bitbuilder.core.source.SourceFile}s with owners, and spans into them.
 */
@NullMarked
package io.bitbuilder.core.source;

import org.jspecify.annotations.NullMarked;
