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
import io.bitbuilder.bbc.fleet.Peering;
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
 * One tenant on one host: the workloads placed there, and the networks that they are attached to.
 *
 * @param peerings open peerings of the networks here
 * @param connections open connections whose target is on the host and whose provider or consumer is the tenant
 */
public record TenantOnHost(
        Fleet fleet,
        Host host,
        Tenant tenant,
        List<Container> containers,
        List<Machine> machines,
        List<Network> networks,
        List<Peering> peerings,
        List<TenantConnection> connections) {
    /** Returns the tenant's part of a host, or empty if no workload of the tenant is placed there. */
    public static Optional<TenantOnHost> of(
            Fleet fleet, Host host, Tenant tenant, List<Peering> peerings, List<TenantConnection> connections) {
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
                peerings.stream()
                        .filter(p -> p.own().hosts().contains(host.name()))
                        .toList(),
                connections.stream()
                        .filter(p -> p.target().place().equals(host.name()))
                        .toList()));
    }

    /** Returns the containers, then the machines. */
    public List<Workload> workloads() {
        return Stream.<Workload>concat(containers.stream(), machines.stream()).toList();
    }

    /** Returns the workloads that run: none of a disabled tenant, none in maintenance. */
    public List<Workload> running() {
        return tenant.enabled()
                ? workloads().stream().filter(w -> !w.maintenance()).toList()
                : List.of();
    }

    /** Returns the connections that lead to this tenant. */
    public List<TenantConnection> incomingConnections() {
        return connections.stream()
                .filter(p -> p.provider().name().equals(name()))
                .toList();
    }

    /** Returns the connections that lead from networks of this tenant. */
    public List<TenantConnection> outgoingConnections() {
        return connections.stream()
                .filter(p -> p.consumer().name().equals(name()))
                .toList();
    }

    /** Returns the name of the tenant. */
    public String name() {
        return tenant.name();
    }

    /** Returns the origin of the tenant's block. */
    public Origin origin() {
        return tenant.at().block();
    }

    /** Returns the first line of the tenant's files. */
    public Banner banner() {
        return Banner.tenant(name());
    }

    /** Returns the tree path of a path below the host's {@code /etc}. */
    public String etc(String path) {
        return "hosts/" + host.name() + "/etc/" + path;
    }

    /** Returns the network of an attachment. */
    public Network network(Attachment attachment) {
        return tenant.network(attachment.network())
                .orElseThrow(() -> new InternalFault(name() + ": unknown network " + attachment.network()));
    }

    /** Returns the root file system that a workload starts from. */
    public ImageSource image(Workload workload) {
        return fleet.imageOf(tenant, workload)
                .orElseThrow(() -> new InternalFault(name() + "." + workload.name() + ": missing image"));
    }

    /** Returns whether a workload has its own interfaces. */
    public static boolean isConnected(Workload workload) {
        return !workload.attach().isEmpty() && !isOnHostNetwork(workload);
    }

    /** Returns whether a workload is a container on the network of the host. */
    public static boolean isOnHostNetwork(Workload workload) {
        return workload instanceof Container c && c.network() == WorkloadNetwork.HOST;
    }
}
