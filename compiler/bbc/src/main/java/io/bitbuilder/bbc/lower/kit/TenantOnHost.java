package io.bitbuilder.bbc.lower.kit;

import io.bitbuilder.bbc.artefact.Banner;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.ImageSource;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.TenantConnection;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.fleet.WorkloadNetwork;
import io.bitbuilder.core.fault.InternalFault;
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
public record TenantOnHost(
        Fleet fleet,
        Host host,
        Tenant tenant,
        List<Container> containers,
        List<Machine> machines,
        List<Network> networks,
        List<TenantConnection> passages) {
    /** The tenant's part of a host; empty when nothing of the tenant is placed there. */
    public static Optional<TenantOnHost> of(Fleet fleet, Host host, Tenant tenant, List<TenantConnection> passages) {
        List<Container> containers = tenant.containers().stream()
                .filter(c -> c.place().equals(host.name()))
                .toList();
        List<Machine> machines = tenant.machines().stream()
                .filter(m -> m.place().equals(host.name()))
                .toList();
        if (containers.isEmpty() && machines.isEmpty()) {
            return Optional.empty();
        }
        Set<String> used = Stream.concat(containers.stream(), machines.stream())
                .flatMap(w -> w.attach().stream())
                .map(Attachment::network)
                .collect(Collectors.toSet());
        List<Network> networks =
                tenant.networks().stream().filter(n -> used.contains(n.name())).toList();
        return Optional.of(new TenantOnHost(
                fleet,
                host,
                tenant,
                containers,
                machines,
                networks,
                passages.stream()
                        .filter(p -> p.target().place().equals(host.name()))
                        .toList()));
    }

    /** Containers, then machines. */
    public List<Workload> workloads() {
        return Stream.<Workload>concat(containers.stream(), machines.stream()).toList();
    }

    /** What other tenants reach here. */
    public List<TenantConnection> given() {
        return passages.stream().filter(p -> p.provider().name().equals(name())).toList();
    }

    /** What networks of the tenant reach. */
    public List<TenantConnection> taken() {
        return passages.stream().filter(p -> p.consumer().name().equals(name())).toList();
    }

    /** Name of the tenant. */
    public String name() {
        return tenant.name();
    }

    /** Who opened the tenant's block. */
    public Origin origin() {
        return tenant.at().block();
    }

    /** First line of the tenant's files. */
    public Banner banner() {
        return Banner.tenant(name());
    }

    /** A path below the host's {@code /etc}, in the tree. */
    public String etc(String path) {
        return "hosts/" + host.name() + "/etc/" + path;
    }

    /** The network of an attachment. */
    public Network network(Attachment attachment) {
        return tenant.network(attachment.network())
                .orElseThrow(() -> new InternalFault(name() + " has no network " + attachment.network()));
    }

    /** The root file system that a workload starts from. */
    public ImageSource image(Workload workload) {
        return fleet.imageOf(tenant, workload)
                .orElseThrow(() -> new InternalFault(name() + "." + workload.name() + " has no image"));
    }

    /** True when a workload sees interfaces of its own. */
    public static boolean isConnected(Workload workload) {
        return !workload.attach().isEmpty() && !isOnHostNetwork(workload);
    }

    /** True for a container on the host's own network. */
    public static boolean isOnHostNetwork(Workload workload) {
        return workload instanceof Container c && c.network() == WorkloadNetwork.HOST;
    }
}
