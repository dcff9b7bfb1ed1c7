/**
 * Names on a host, derived from names of the fleet: interfaces, units, machines, paths.
 *
 * <p>In: names of tenants, workloads, networks ({@code [a-z][a-z0-9-]*}). Out: names that systemd, the kernel and Git
 * accept. Each derivation is injective, or a hash whose collisions {@code check} detects. The check and the lowering
 * call the same functions, so that the checked names are the written names.
 */
@NullMarked
package io.bitbuilder.bbc.names;

import org.jspecify.annotations.NullMarked;
