/**
 * Git as input and output, through JGit's plumbing alone: no program is started, no configuration of the user or the system
 * is read, no work tree, filter, hook or driver is touched.
 *
 * <p>In: a repository and a revision or the index; a compiled {@link io.bitbuilder.bbc.tree.Tree}. Out: raw files of the input
 * with findings about what a tree may not hold; one commit on a ref, moved by compare-and-set. JGit's types stay inside.
 */
@NullMarked
package io.bitbuilder.bbc.git;

import org.jspecify.annotations.NullMarked;
