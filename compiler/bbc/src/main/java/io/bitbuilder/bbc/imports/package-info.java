/**
 * Files of other tools to the program of a tenant.
 *
 * <p>In: compose files, Quadlet units, settings of systemd-nspawn with their units, and bridges of systemd-networkd.
 * Out: a program; each key has a field or a comment, so that nothing is lost silently.
 */
@NullMarked
package io.bitbuilder.bbc.imports;

import org.jspecify.annotations.NullMarked;
