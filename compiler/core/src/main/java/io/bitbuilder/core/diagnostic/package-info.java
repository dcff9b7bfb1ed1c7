/**
 * Findings as values, and their text, JSON and SARIF reports.
 *
 * <p>In: findings of every stage. Out: strings. Knows spans, nothing else of the compiler.
 */
@NullMarked
package io.bitbuilder.core.diagnostic;

import org.jspecify.annotations.NullMarked;
