/**
 * Lowering of the files that a guest receives as credentials.
 *
 * <p>In: a tenant on a host. Out: artefacts below {@code etc/bbc/guest}.
 */
@NullMarked
package io.bitbuilder.bbc.lower.guest;

import org.jspecify.annotations.NullMarked;
