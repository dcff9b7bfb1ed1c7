/**
 * Lowers the records of the fleet to typed files.
 *
 * <p>In: the evaluated fleet with all its grants, free of findings. Out: artefacts for {@code hosts/<host>/} and
 * {@code tenants/<tenant>/}, each entry with the origin of its field. A class makes one form of file and is named after
 * it; fields that are directives ({@code writes} in a kind) need no class. Nothing here formats text; the printers of
 * package render decide nothing.
 */
@NullMarked
package io.bitbuilder.bbc.lower;

import org.jspecify.annotations.NullMarked;
