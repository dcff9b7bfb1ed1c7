/**
 * All files become one program: names are bound, profiles merged by the one merge rule, every field a lazy memoised cell.
 *
 * <p>In: the syntax trees of all files and the schema. Out: a {@link io.bitbuilder.bbc.resolve.Program} of
 * {@link io.bitbuilder.bbc.resolve.Block}s whose fields can be asked for, with who wrote them. Fields that wait for the
 * allocation are late; {@link io.bitbuilder.bbc.resolve.Program#grant} gives them their values.
 */
@NullMarked
package io.bitbuilder.bbc.resolve;

import org.jspecify.annotations.NullMarked;
