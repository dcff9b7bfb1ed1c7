/**
 * Bytes become text, once and strictly: which files are input, whose they are, and whether they can be reviewed.
 *
 * <p>In: folders of the command line, or raw files of a Git tree. Out: a {@link io.bitbuilder.bbc.source.SourceSet}, and
 * findings about names, bytes and limits. A file with such a finding is left out of the set.
 */
@NullMarked
package io.bitbuilder.bbc.read;

import org.jspecify.annotations.NullMarked;
