/**
 * Evaluation of expressions: total, checked against the expected type, within documented limits.
 *
 * <p>In: expressions of the syntax tree, an expected type and a scope that knows the names. Out:
 * {@link io.bitbuilder.bbc.eval.Value}s; a mistake becomes a finding and an error value that silences its consequences.
 */
@NullMarked
package io.bitbuilder.bbc.eval;

import org.jspecify.annotations.NullMarked;
