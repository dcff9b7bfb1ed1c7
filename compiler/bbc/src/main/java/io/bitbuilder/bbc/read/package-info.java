/**
 * Strict decoding of input files: selects them, determines their owners, and checks that they can be reviewed.
 *
 * <p>In: folders of the command line, or raw files of a Git tree. Out: a {@link io.bitbuilder.core.source.SourceSet},
 * and findings about names, bytes and limits. A file with such a finding is omitted from the set.
 */
@NullMarked
package io.bitbuilder.bbc.read;

import org.jspecify.annotations.NullMarked;
