package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.NetworkName;

/**
 * A network's consent to be joined with another one.
 *
 * @param network the other network; it need not exist
 */
public record Peer(NetworkName network, Origins at) {}
