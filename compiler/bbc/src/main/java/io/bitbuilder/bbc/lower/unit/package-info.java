/**
 * Lowering of units: slices, targets, services, settings of containers, volumes, drop-ins.
 *
 * <p>In: a tenant on a host. Out: artefacts.
 */
@NullMarked
package io.bitbuilder.bbc.lower.unit;

import org.jspecify.annotations.NullMarked;
