/**
 * Binds the resolved program to the records of the IR.
 *
 * <p>In: a {@link io.bitbuilder.bbc.resolve.Program} and the allocator's {@link io.bitbuilder.bbc.resolve.FieldGrants}.
 * Out: a {@link io.bitbuilder.bbc.fleet.Fleet} of immutable records with origins. Components are filled by name from
 * the fields of the kind; fields that are directives ({@code writes}) need no component. A block with errors is left
 * out.
 */
@NullMarked
package io.bitbuilder.bbc.bind;

import org.jspecify.annotations.NullMarked;
