/**
 * Input of the lowering of one tenant on one host.
 *
 * <p>In: the fleet and a host. Out: the workloads and networks of the tenant there.
 */
@NullMarked
package io.bitbuilder.bbc.lower.kit;

import org.jspecify.annotations.NullMarked;
