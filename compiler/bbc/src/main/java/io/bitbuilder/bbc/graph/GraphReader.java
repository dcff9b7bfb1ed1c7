package io.bitbuilder.bbc.graph;

import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Consume;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Peering;
import io.bitbuilder.bbc.fleet.Peerings;
import io.bitbuilder.bbc.fleet.Publish;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.TenantConnection;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.fleet.WorkloadNetwork;
import io.bitbuilder.bbc.graph.FleetGraph.Edge;
import io.bitbuilder.bbc.graph.FleetGraph.EdgeKind;
import io.bitbuilder.bbc.graph.FleetGraph.Group;
import io.bitbuilder.bbc.graph.FleetGraph.Node;
import io.bitbuilder.bbc.graph.FleetGraph.NodeKind;
import io.bitbuilder.bbc.graph.FleetGraph.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the graph of a fleet. */
final class GraphReader {
    private final Fleet fleet;
    private final List<Edge> edges = new ArrayList<>();

    /** Networks by their host; a bridge is on the one host of its workloads. */
    private final SortedMap<String, String> hostOfNetwork = new TreeMap<>();

    private GraphReader(Fleet fleet) {
        this.fleet = fleet;
    }

    static FleetGraph of(Fleet fleet) {
        return new GraphReader(fleet).read();
    }

    private FleetGraph read() {
        for (Tenant tenant : fleet.tenants()) {
            tenant.workloads()
                    .forEach(workload -> workload.attach()
                            .forEach(a -> hostOfNetwork.put(network(tenant, a.network()), workload.place())));
        }
        List<Place> places = new ArrayList<>();
        fleet.platform().hosts().stream()
                .sorted(Comparator.comparing(Host::name))
                .forEach(host -> places.add(place(host)));
        List<Group> idle = groups(Optional.empty());
        if (!idle.isEmpty()) {
            places.add(new Place("idle", Optional.empty(), List.of(), idle));
        }
        fleet.tenants().forEach(this::edges);
        Peerings peerings = Peerings.of(fleet);
        fleet.tenants().forEach(tenant -> peerings.open(tenant).forEach(this::joined));
        return new FleetGraph(places, edges);
    }

    private Place place(Host host) {
        Node uplink = new Node(
                uplink(host.name()),
                NodeKind.UPLINK,
                List.of(host.uplink(), host.address().toString()));
        return new Place(
                id("h", host.name()), Optional.of(host.name()), List.of(uplink), groups(Optional.of(host.name())));
    }

    /** Returns the tenants with something on that host, or with networks that are on none. */
    private List<Group> groups(Optional<String> host) {
        List<Group> groups = new ArrayList<>();
        for (Tenant tenant : fleet.tenants()) {
            List<Node> nodes = Stream.concat(
                            tenant.networks().stream()
                                    .filter(n -> Optional.ofNullable(hostOfNetwork.get(network(tenant, n.name())))
                                            .equals(host))
                                    .map(n -> node(tenant, n)),
                            tenant.workloads()
                                    .filter(w -> Optional.of(w.place()).equals(host))
                                    .map(w -> node(tenant, w)))
                    .toList();
            if (!nodes.isEmpty()) {
                groups.add(new Group(id("t", host.orElse("idle"), tenant.name()), tenant.name(), nodes));
            }
        }
        return groups;
    }

    private static Node node(Tenant tenant, Network network) {
        List<String> label =
                new ArrayList<>(List.of(network.name(), network.subnet().toString()));
        network.subnet6().ifPresent(subnet -> label.add(subnet.toString()));
        return new Node(network(tenant, network.name()), NodeKind.NETWORK, label);
    }

    private static Node node(Tenant tenant, Workload workload) {
        return new Node(
                workload(tenant, workload),
                workload instanceof Machine ? NodeKind.MACHINE : NodeKind.CONTAINER,
                List.of(workload.name()));
    }

    private void edges(Tenant tenant) {
        tenant.networks().stream()
                .filter(network -> network.mode() != NetworkMode.BRIDGE)
                .forEach(network -> Optional.ofNullable(hostOfNetwork.get(network(tenant, network.name())))
                        .ifPresent(host -> edge(
                                network(tenant, network.name()),
                                uplink(host),
                                EdgeKind.FORWARD,
                                word(network.mode()))));
        tenant.workloads().forEach(workload -> edges(tenant, workload));
        for (Consume consume : tenant.consume()) {
            fleet.connection(tenant, consume)
                    .filter(TenantConnection::isOpen)
                    .ifPresent(connection -> edge(
                            network(tenant, consume.on()),
                            workload(connection.provider(), connection.target()),
                            EdgeKind.CONSUME,
                            consume.hostname() + " " + connection.expose().port()));
        }
    }

    private void edges(Tenant tenant, Workload workload) {
        String id = workload(tenant, workload);
        if (workload instanceof Container container && container.network() == WorkloadNetwork.HOST) {
            edge(id, uplink(workload.place()), EdgeKind.ATTACH, "network of the host");
        }
        for (Attachment attachment : workload.attach()) {
            SortedSet<String> addresses = new TreeSet<>();
            attachment.ipv4().address().ifPresent(address -> addresses.add(address.toString()));
            attachment.ipv6().address().ifPresent(address -> addresses.add(address.toString()));
            edge(id, network(tenant, attachment.network()), EdgeKind.ATTACH, String.join(" ", addresses));
        }
        for (Publish publish : workload.publish()) {
            edge(
                    uplink(workload.place()),
                    id,
                    EdgeKind.PUBLISH,
                    word(publish.proto()) + " " + publish.host() + " -> " + publish.guest());
        }
    }

    /** Adds one line for both ends, which are two peerings. */
    private void joined(Peering peering) {
        String from = network(peering.own().tenant(), peering.own().network().name());
        String to = network(peering.other().tenant(), peering.other().network().name());
        if (from.compareTo(to) < 0) {
            edge(from, to, EdgeKind.PEER, "peer");
        }
    }

    private void edge(String from, String to, EdgeKind kind, String label) {
        edges.add(new Edge(from, to, kind, label));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String uplink(String host) {
        return id("u", host);
    }

    private static String network(Tenant tenant, String name) {
        return id("n", tenant.name(), name);
    }

    private static String workload(Tenant tenant, Workload workload) {
        return id("w", tenant.name(), workload.name());
    }

    /** Returns an identifier of the names: they have no underscore and no two dashes, so that it is unique. */
    private static String id(String... parts) {
        return String.join("__", parts).replace('-', '_');
    }
}
