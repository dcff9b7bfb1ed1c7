/**
 * Tools of the checks: the view of the fleet, claimants, unique claims, intervals, precedence.
 *
 * <p>In: the fleet. Out: claims to sweep in sorted order.
 */
@NullMarked
package io.bitbuilder.bbc.check.kit;

import org.jspecify.annotations.NullMarked;
