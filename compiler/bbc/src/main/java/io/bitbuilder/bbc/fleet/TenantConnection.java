package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.Address4;
import java.util.Optional;

/**
 * Offer that both sides agree to: one tenant exposes a port to another that consumes it. It lets workloads of one
 * network reach one port of one workload, and nothing else.
 *
 * @param target the workload with the port
 * @param from the consumer's network
 */
public record TenantConnection(
        Tenant provider, Expose expose, Workload target, Tenant consumer, Consume consume, Network from) {
    /** Returns the provider's attachment for the port; empty if the host forwards nothing to the workload. */
    public Optional<Attachment> entrance() {
        return provider.defaultRoute(target);
    }

    /** Returns the provider's network of that attachment. */
    public Optional<Network> into() {
        return entrance().flatMap(a -> provider.network(a.network()));
    }

    /** Returns the address of the workload in that network. */
    public Optional<Address4> address() {
        return entrance().flatMap(a -> a.ipv4().address());
    }

    /** Returns whether the consumer's network is on the host of the workload: networks do not span hosts. */
    public boolean isOnOneHost() {
        return consumer.workloads()
                .anyMatch(w -> w.isAttachedTo(from.name()) && w.place().equals(target.place()));
    }

    /** Returns whether the port is opened; otherwise a check reports it. */
    public boolean isOpen() {
        return entrance().isPresent() && from.mode() != NetworkMode.BRIDGE && isOnOneHost();
    }
}
