package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.fault.InternalFault;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.ImageSource;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Passage;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.fleet.WorkloadNetwork;
import io.bitbuilder.bbc.systemd.Banner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One tenant on one host: only the workloads placed there, and the networks that these are attached to.
 *
 * @param passages open on the host, with the tenant on either side
 */
record Site(
        Fleet fleet,
        Host host,
        Tenant tenant,
        List<Container> containers,
        List<Machine> machines,
        List<Network> networks,
        List<Passage> passages) {
    /** The tenant's part of a host; empty when nothing of the tenant is placed there. */
    static Optional<Site> of(Fleet fleet, Host host, Tenant tenant, List<Passage> passages) {
        List<Container> containers = tenant.containers().stream().filter(c -> c.place().equals(host.name())).toList();
        List<Machine> machines = tenant.machines().stream().filter(m -> m.place().equals(host.name())).toList();
        if (containers.isEmpty() && machines.isEmpty()) {
            return Optional.empty();
        }
        Set<String> used = Stream.concat(containers.stream(), machines.stream())
                .flatMap(w -> w.attach().stream())
                .map(Attachment::network)
                .collect(Collectors.toSet());
        List<Network> networks = tenant.networks().stream().filter(n -> used.contains(n.name())).toList();
        return Optional.of(new Site(fleet, host, tenant, containers, machines, networks,
                passages.stream().filter(p -> p.target().place().equals(host.name())).toList()));
    }

    /** Containers, then machines. */
    List<Workload> workloads() {
        return Stream.<Workload>concat(containers.stream(), machines.stream()).toList();
    }

    /** What other tenants reach here. */
    List<Passage> given() {
        return passages.stream().filter(p -> p.provider().name().equals(name())).toList();
    }

    /** What networks of the tenant reach. */
    List<Passage> taken() {
        return passages.stream().filter(p -> p.consumer().name().equals(name())).toList();
    }

    /** Name of the tenant. */
    String name() {
        return tenant.name();
    }

    /** Who opened the tenant's block. */
    Origin origin() {
        return tenant.at().block();
    }

    /** First line of the tenant's files. */
    Banner banner() {
        return Banner.tenant(name());
    }

    /** A path below the host's {@code /etc}, in the tree. */
    String etc(String path) {
        return "hosts/" + host.name() + "/etc/" + path;
    }

    /** The network of an attachment. */
    Network network(Attachment attachment) {
        return tenant.network(attachment.network())
                .orElseThrow(() -> new InternalFault(name() + " has no network " + attachment.network()));
    }

    /** The root file system that a workload starts from. */
    ImageSource image(Workload workload) {
        return fleet.imageOf(tenant, workload)
                .orElseThrow(() -> new InternalFault(name() + "." + workload.name() + " has no image"));
    }

    /** True when a workload sees interfaces of its own. */
    static boolean isConnected(Workload workload) {
        return !workload.attach().isEmpty() && !isOnHostNetwork(workload);
    }

    /** True for a container on the host's own network. */
    static boolean isOnHostNetwork(Workload workload) {
        return workload instanceof Container c && c.network() == WorkloadNetwork.HOST;
    }
}
