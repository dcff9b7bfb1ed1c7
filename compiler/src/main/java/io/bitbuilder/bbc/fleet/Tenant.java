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
    /** Sorts by name. */
    public Tenant {
        networks = ByName.sorted(networks, Network::name);
        containers = ByName.sorted(containers, Container::name);
        machines = ByName.sorted(machines, Machine::name);
    }

    /** Containers, then machines. */
    public Stream<Workload> workloads() {
        return Stream.concat(containers.stream(), machines.stream());
    }

    /** The network of that name. */
    public Optional<Network> network(String name) {
        return ByName.find(networks, Network::name, name);
    }
}
