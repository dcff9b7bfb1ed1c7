/**
 * JSON output of bbc: reports and manifests. JSON input is read elsewhere.
 *
 * <p>In: values. Out: text that depends on the values alone, ASCII only, with line feeds.
 */
@NullMarked
package io.bitbuilder.core.json;

import org.jspecify.annotations.NullMarked;
