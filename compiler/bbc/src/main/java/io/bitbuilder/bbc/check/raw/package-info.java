/**
 * Checks of directives that {@code raw} writes.
 *
 * <p>In: directives with their owner. Out: findings.
 */
@NullMarked
package io.bitbuilder.bbc.check.raw;

import org.jspecify.annotations.NullMarked;
