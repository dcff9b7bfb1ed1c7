/**
 * Kinds, enums and types as the language declares them.
 *
 * <p>In: the declarations of {@code stdlib/kinds}, read by the ordinary parser, and the types of users. Out: a
 * {@link io.bitbuilder.bbc.schema.Schema} of each kind's members with their types and defaults. The compiler has no
 * list of fields of its own.
 */
@NullMarked
package io.bitbuilder.bbc.schema;

import org.jspecify.annotations.NullMarked;
