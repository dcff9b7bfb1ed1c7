/**
 * Decides what a host will be told: from the fleet's records to typed files.
 *
 * <p>In: the evaluated fleet with all its grants, free of findings. Out: artefacts for {@code hosts/<host>/} and
 * {@code tenants/<tenant>/}, each entry with the origin of the field that made it. A class makes one kind of file and
 * is named for it. Nothing here formats text; the printers of package render decide nothing.
 */
@NullMarked
package io.bitbuilder.bbc.lower;

import org.jspecify.annotations.NullMarked;
