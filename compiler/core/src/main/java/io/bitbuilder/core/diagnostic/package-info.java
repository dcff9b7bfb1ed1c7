/**
 * Findings as values, and the forms in which they are printed.
 *
 * <p>In: findings of every stage. Out: text, JSON, SARIF. Knows spans, nothing else of the compiler.
 */
@NullMarked
package io.bitbuilder.core.diagnostic;

import org.jspecify.annotations.NullMarked;
