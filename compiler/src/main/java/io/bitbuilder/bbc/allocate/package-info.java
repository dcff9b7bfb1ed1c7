/**
 * What tenants share is dealt out: hosts, subnets, user ids, ports, addresses.
 *
 * <p>In: the claims of the resolved program (every field that admits {@code auto}, with what was written there), the
 * platform's hosts and pools, and the lock files. Out: one {@link io.bitbuilder.bbc.allocate.Grant} a claim. The order is
 * fixed: placement, then pools of the platform, then pools of a host, then positions in a network; in each pool first what is
 * locked, then what is written, then the rest by hash. Same input, same grants, whatever the order of files.
 */
@NullMarked
package io.bitbuilder.bbc.allocate;

import org.jspecify.annotations.NullMarked;
