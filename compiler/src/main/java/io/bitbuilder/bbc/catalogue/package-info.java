/**
 * What systemd knows by name, release by release: directives, words of enumerations.
 *
 * <p>In: the tables of {@code stdlib/catalogue}, which a script makes from systemd's own sources. Out: immutable records.
 */
@NullMarked
package io.bitbuilder.bbc.catalogue;

import org.jspecify.annotations.NullMarked;
