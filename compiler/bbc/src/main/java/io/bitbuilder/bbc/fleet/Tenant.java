package io.bitbuilder.bbc.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tenant. Its blocks are sorted by name. */
public record Tenant(
        String name,
        Optional<String> id,
        boolean enabled,
        Map<String, String> labels,
        Optional<Quota> quota,
        List<Network> networks,
        List<Container> containers,
        List<Machine> machines,
        List<Expose> expose,
        List<Consume> consume,
        List<Raw> raw,
        Origins at) {
    /** Sorts by name. */
    public Tenant {
        networks = ByName.sorted(networks, Network::name);
        containers = ByName.sorted(containers, Container::name);
        machines = ByName.sorted(machines, Machine::name);
        expose = ByName.sorted(expose, Expose::name);
        consume = ByName.sorted(consume, c -> c.offer().toString());
    }

    /** Returns the containers, then the machines. */
    public Stream<Workload> workloads() {
        return Stream.concat(containers.stream(), machines.stream());
    }

    /** Returns the network of that name. */
    public Optional<Network> network(String name) {
        return ByName.find(networks, Network::name, name);
    }

    /** Returns the workload of that name. */
    public Optional<Workload> workload(String name) {
        return ByName.find(containers, Container::name, name)
                .<Workload>map(c -> c)
                .or(() -> ByName.find(machines, Machine::name, name));
    }

    /** Returns the offer of that name. */
    public Optional<Expose> expose(String name) {
        return ByName.find(expose, Expose::name, name);
    }

    /**
     * Returns the attachment of a workload with the default route: the first by name with an IPv4 address in a network
     * that is not of mode bridge. The host forwards published and offered ports to it.
     */
    public Optional<Attachment> defaultRoute(Workload workload) {
        boolean onHost = workload instanceof Container c && c.network() == WorkloadNetwork.HOST;
        return onHost
                ? Optional.empty()
                : workload.attach().stream().filter(this::leadsOut).findFirst();
    }

    private boolean leadsOut(Attachment attachment) {
        return attachment.ipv4().address().isPresent()
                && network(attachment.network())
                        .filter(n -> n.mode() == NetworkMode.BRIDGE)
                        .isEmpty();
    }
}
