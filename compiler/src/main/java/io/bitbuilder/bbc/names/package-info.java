/**
 * Every name that a host sees, derived from names of the fleet: interfaces, units, machines, paths.
 *
 * <p>In: names of tenants, workloads, networks ({@code [a-z][a-z0-9-]*}). Out: names that systemd, the kernel and Git take.
 * Each derivation is injective, or a hash whose collisions {@code check} looks for. The check and the lowering ask the same
 * functions, so that what was found unique is what is written.
 */
@NullMarked
package io.bitbuilder.bbc.names;

import org.jspecify.annotations.NullMarked;
