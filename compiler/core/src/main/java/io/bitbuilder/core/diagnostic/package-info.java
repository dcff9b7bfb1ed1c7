/**
 * Findings as values, and their reports in text, JSON, Markdown, SARIF, JUnit and GitHub form.
 *
 * <p>In: findings of every stage. Out: strings. Knows spans, nothing else of the compiler.
 */
@NullMarked
package io.bitbuilder.core.diagnostic;

import org.jspecify.annotations.NullMarked;
