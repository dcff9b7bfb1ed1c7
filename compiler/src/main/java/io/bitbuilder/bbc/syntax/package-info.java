/**
 * The syntax tree and the {@code .bbc} front end.
 *
 * <p>In: decoded files. Out: {@link io.bitbuilder.bbc.syntax.SourceUnit}s of immutable records with exact spans. ANTLR is
 * used in one class and its tree never leaves it.
 */
@NullMarked
package io.bitbuilder.bbc.syntax;

import org.jspecify.annotations.NullMarked;
