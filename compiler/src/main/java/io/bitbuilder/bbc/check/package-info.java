/**
 * What must hold between tenants, and between a tenant and the platform.
 *
 * <p>In: the fleet, and which grants are stand-ins. Out: findings. One class is one rule; each collects claims of one type and
 * sweeps them sorted, so that the work grows with n log n.
 */
@NullMarked
package io.bitbuilder.bbc.check;

import org.jspecify.annotations.NullMarked;
