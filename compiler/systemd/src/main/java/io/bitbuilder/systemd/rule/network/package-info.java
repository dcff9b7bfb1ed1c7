/**
 * Rules for .network, .netdev and .link files read whole, and for files of networkd and the resolver.
 *
 * <p>In: an object with its drop-ins. Out: findings.
 */
@NullMarked
package io.bitbuilder.systemd.rule.network;

import org.jspecify.annotations.NullMarked;
