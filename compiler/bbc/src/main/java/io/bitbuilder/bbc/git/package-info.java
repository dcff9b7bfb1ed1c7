/**
 * Git as input and output, through JGit's plumbing only: it starts no program, reads no configuration of the user or
 * the system, and touches no work tree, filter, hook or driver.
 *
 * <p>In: a repository and a revision or the index; a compiled {@link io.bitbuilder.bbc.tree.Tree}. Out: raw files of
 * the input with findings about invalid entries; one commit on a ref, moved by compare-and-set. JGit's types stay
 * inside.
 */
@NullMarked
package io.bitbuilder.bbc.git;

import org.jspecify.annotations.NullMarked;
