/**
 * The stages in order, and nothing else.
 *
 * <p>In: what to read, from folders or from Git. Out: a {@link io.bitbuilder.bbc.compile.Compilation}: the fleet, its grants and,
 * when nothing is wrong, its tree.
 */
@NullMarked
package io.bitbuilder.bbc.compile;

import org.jspecify.annotations.NullMarked;
