/**
 * Rules between tenants, and between a tenant and the platform.
 *
 * <p>In: the fleet, and the claims whose grants are placeholders. Out: findings. One class is one rule; each collects
 * claims of one type and sweeps them sorted, in O(n log n).
 */
@NullMarked
package io.bitbuilder.bbc.check;

import org.jspecify.annotations.NullMarked;
