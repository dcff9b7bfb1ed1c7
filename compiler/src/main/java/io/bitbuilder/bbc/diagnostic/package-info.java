/**
 * What a run has to say: findings as values, and the forms they are printed in.
 *
 * <p>In: findings of every stage. Out: text, JSON, SARIF. Knows spans, nothing else of the compiler.
 */
@NullMarked
package io.bitbuilder.bbc.diagnostic;

import org.jspecify.annotations.NullMarked;
