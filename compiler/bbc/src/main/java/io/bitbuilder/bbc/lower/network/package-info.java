/**
 * Lowering of networks: bridges, ports, name servers, the firewall.
 *
 * <p>In: a tenant on a host. Out: artefacts.
 */
@NullMarked
package io.bitbuilder.bbc.lower.network;

import org.jspecify.annotations.NullMarked;
