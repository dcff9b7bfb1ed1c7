/**
 * The one style of the language.
 *
 * <p>In: a decoded file. Out: the same tokens and comments in the layout of the style, or findings if the file does not
 * parse. {@link io.bitbuilder.bbc.format.Formatter} is the entry point: {@code Outline} nests the tokens by brackets,
 * {@code Layout} writes them into lines. The result is parsed again and compared before anybody sees it.
 */
@NullMarked
package io.bitbuilder.bbc.format;

import org.jspecify.annotations.NullMarked;
