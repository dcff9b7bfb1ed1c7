/**
 * Compiled trees as bytes: sorted paths and their contents, in memory and in a folder.
 *
 * <p>In: rendered files. Out: a folder that is replaced atomically.
 */
@NullMarked
package io.bitbuilder.bbc.tree;

import org.jspecify.annotations.NullMarked;
