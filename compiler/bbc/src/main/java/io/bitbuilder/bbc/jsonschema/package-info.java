/**
 * JSON Schema of {@code metadata.json}.
 *
 * <p>In: the members of the format and the kinds of the language. Out: a schema of draft 2020-12, which accepts at
 * least the files that bbc accepts.
 */
@NullMarked
package io.bitbuilder.bbc.jsonschema;

import org.jspecify.annotations.NullMarked;
