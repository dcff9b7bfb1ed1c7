/**
 * The syntax tree and the {@code .bbc} front end.
 *
 * <p>In: decoded files. Out: {@link io.bitbuilder.bbc.syntax.SourceUnit}s of immutable records with exact spans.
 * {@link io.bitbuilder.bbc.syntax.Parser} is the entry point: {@code TokenStage} makes balanced, limited tokens, the
 * generated parser a tree, the builders (one per family of nodes) the records, and {@code SourceTokens} the
 * {@link io.bitbuilder.bbc.syntax.SourceToken}s of the formatter. No type of ANTLR leaves this package.
 */
@NullMarked
package io.bitbuilder.bbc.syntax;

import org.jspecify.annotations.NullMarked;
