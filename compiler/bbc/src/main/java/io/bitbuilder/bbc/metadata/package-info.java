/**
 * JSON front end: {@code metadata.json} format 1.0 as a second syntax of the language.
 *
 * <p>In: a decoded file. Out: the {@link io.bitbuilder.bbc.syntax.SourceUnit} that the same tenant written in
 * {@code .bbc} would give, with every place in the JSON. {@code JsonReader} reads JSON strictly, {@code MetadataReader}
 * knows the format.
 */
@NullMarked
package io.bitbuilder.bbc.metadata;

import org.jspecify.annotations.NullMarked;
