/**
 * Checks of networks: ranges, addresses, ports, offers between tenants.
 *
 * <p>In: the fleet. Out: findings.
 */
@NullMarked
package io.bitbuilder.bbc.check.network;

import org.jspecify.annotations.NullMarked;
