package io.bitbuilder.bbc.fleet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tenant. Its blocks are sorted by name. */
public record Tenant(
        String name,
        Optional<String> id,
        boolean enabled,
        Optional<Quota> quota,
        List<Network> networks,
        List<Container> containers,
        List<Machine> machines,
        Origins at) {
    /** Containers, then machines. */
    public Stream<Workload> workloads() {
        return Stream.concat(containers.stream(), machines.stream());
    }

    /** The network of that name. */
    public Optional<Network> network(String name) {
        return networks.stream().filter(n -> n.name().equals(name)).findFirst();
    }
}
