/**
 * Runs the stages in order.
 *
 * <p>In: folders or a revision. Out: a {@link io.bitbuilder.bbc.compile.Compilation}: the fleet, its grants and,
 * without errors, its tree.
 */
@NullMarked
package io.bitbuilder.bbc.compile;

import org.jspecify.annotations.NullMarked;
