/**
 * Allocation of shared resources: hosts, subnets, user ids, ports, addresses.
 *
 * <p>In: the claims of the resolved program (every field that admits {@code auto}, with its value), the platform's
 * hosts and pools, and the lock files. Out: one {@link io.bitbuilder.bbc.claim.Grant} for each claim. The order is
 * fixed: placement, pools of the platform, pools of a host, positions in a network; in each pool pinned and locked
 * claims first, then the rest by hash. The same input gives the same grants, whatever the order of files.
 */
@NullMarked
package io.bitbuilder.bbc.allocate;

import org.jspecify.annotations.NullMarked;
