/**
 * JSON that bbc writes: reports and manifests. What bbc reads is none of this package's business.
 *
 * <p>In: values. Out: text that depends on the values alone, ASCII only, with line feeds.
 */
@NullMarked
package io.bitbuilder.bbc.json;

import org.jspecify.annotations.NullMarked;
