package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.value.Address4;
import java.util.Optional;

/**
 * An offer that both sides want: one tenant exposes a port to another that consumes it. Workloads of one network may reach one
 * port of one workload, and nothing else follows from it.
 *
 * @param target the workload that the port belongs to
 * @param from the consumer's network
 */
public record Passage(Tenant provider, Expose expose, Workload target, Tenant consumer, Consume consume, Network from) {
    /** The provider's attachment that the port is reached by; empty when nothing is forwarded to the workload. */
    public Optional<Attachment> entrance() {
        return provider.wayOut(target);
    }

    /** The provider's network of that attachment. */
    public Optional<Network> into() {
        return entrance().flatMap(a -> provider.network(a.network()));
    }

    /** The address of the workload there. */
    public Optional<Address4> address() {
        return entrance().flatMap(a -> a.ipv4().address());
    }

    /** True when the consumer's network is on the host of the workload: no network spans hosts. */
    public boolean isOnOneHost() {
        return consumer.workloads().anyMatch(w -> w.isAttachedTo(from.name()) && w.place().equals(target.place()));
    }

    /** True when it is opened; a pair that is not has a finding. */
    public boolean isOpen() {
        return entrance().isPresent() && from.mode() != NetworkMode.BRIDGE && isOnOneHost();
    }
}
