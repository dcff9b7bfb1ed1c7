/**
 * Resolution of all files to one program: names are bound, profiles merged by the merge rule, every field is a lazy
 * memoised value.
 *
 * <p>In: the syntax trees of all files and the schema. Out: a {@link io.bitbuilder.bbc.resolve.Program} of
 * {@link io.bitbuilder.bbc.resolve.Block}s with lazy fields and their origins. Fields that wait for the allocation are
 * late; {@link io.bitbuilder.bbc.resolve.Program#grant} gives them their values.
 */
@NullMarked
package io.bitbuilder.bbc.resolve;

import org.jspecify.annotations.NullMarked;
