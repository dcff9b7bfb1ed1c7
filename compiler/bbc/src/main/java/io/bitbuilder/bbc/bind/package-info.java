/**
 * The resolved program becomes the IR.
 *
 * <p>In: a {@link io.bitbuilder.bbc.resolve.Program} and the allocator's {@link io.bitbuilder.bbc.resolve.FieldGrants}.
 * Out: a {@link io.bitbuilder.bbc.fleet.Fleet} of immutable records with origins. Records are filled by the names of
 * their components from the fields of their kind; a block that has been reported as wrong is left out.
 */
@NullMarked
package io.bitbuilder.bbc.bind;

import org.jspecify.annotations.NullMarked;
