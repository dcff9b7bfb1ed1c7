/**
 * A compiled tree as bytes: sorted paths and their content, in memory and in a folder.
 *
 * <p>In: rendered files. Out: a folder that is swapped in as a whole, or nothing.
 */
@NullMarked
package io.bitbuilder.bbc.tree;

import org.jspecify.annotations.NullMarked;
