package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.HostTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * TCP connections between containers: the permitted and the refused ones. The same attempts are repeated without the
 * firewall's tables, which proves that the firewall refuses them, not a missing route.
 */
record Isolation(HostState state, LiveLedger ledger) {
    private static final String SUBJECT = "isolation";

    /**
     * An attempt.
     *
     * @param from machine that opens the connection; empty for the host itself
     * @param to machine that listens
     * @param address of that machine
     * @param port TCP port
     */
    record Way(String from, String to, String address, int port) implements Comparable<Way> {
        @Override
        public int compareTo(Way other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return (from.isEmpty() ? "host" : from) + " -> " + to + " " + address + " port " + port;
        }
    }

    /** Attempts from each container to every container of another tenant, at these ports, over IPv4 and IPv6. */
    static List<Way> between(HostTree tree, int... ports) {
        List<JsonAnswer> workloads = Manifests.tenants(tree).stream()
                .flatMap(tenant -> Manifests.workloads(tree, tenant))
                .toList();
        List<Way> ways = new ArrayList<>();
        for (JsonAnswer to : workloads) {
            for (int port : ports) {
                addresses(to).forEach(address -> ways.add(new Way("", to.text("machine"), address, port)));
                workloads.stream()
                        .filter(from -> !tenant(from).equals(tenant(to)))
                        .forEach(from -> addresses(to)
                                .forEach(address ->
                                        ways.add(new Way(from.text("machine"), to.text("machine"), address, port))));
            }
        }
        return ways;
    }

    /**
     * The ways that the offers open which tenants of the host consume: from each workload on the network that consumes.
     */
    static List<Way> offered(HostTree tree) {
        List<Way> ways = new ArrayList<>();
        consumed(tree, (from, offer) -> {
            String port = offer.text("port");
            ways.add(new Way(
                    from.text("machine"),
                    machineAt(tree, offer.text("address")),
                    offer.text("address"),
                    Integer.parseInt(port.substring(0, port.indexOf('/')))));
        });
        return ways;
    }

    /** The ways between joined networks: from each workload of one to each of the other, at these ports. */
    static List<Way> joined(HostTree tree, int... ports) {
        List<Way> ways = new ArrayList<>();
        joined(
                tree,
                (from, to) -> Arrays.stream(ports)
                        .forEach(port -> ways.add(new Way(from.machine(), to.machine(), to.address(), port))));
        return ways;
    }

    /** Asserts that a guest of a joined network sees the address of the guest that opens a connection to it. */
    void sources(HostTree tree) {
        joined(
                tree,
                (from, to) -> ledger.equal(
                        SUBJECT,
                        to.machine() + " sees the address of " + from.machine(),
                        from.address(),
                        new Connections(state.host())
                                .source(enter(from.machine()), enter(to.machine()), to.address())));
    }

    /** Attachment of a machine to a joined network. */
    private record Guest(String machine, String address) {}

    private static void joined(HostTree tree, BiConsumer<Guest, Guest> use) {
        for (JsonAnswer tenant : Manifests.tenants(tree)) {
            for (JsonAnswer pair : tenant.list("peers")) {
                String peer = pair.text("peer");
                List<Guest> others =
                        guests(tree, peer.substring(0, peer.indexOf('.')), peer.substring(peer.indexOf('.') + 1));
                guests(tree, tenant.text("tenant"), pair.text("network"))
                        .forEach(from -> others.forEach(to -> use.accept(from, to)));
            }
        }
    }

    private static List<Guest> guests(HostTree tree, String tenant, String network) {
        return Manifests.tenants(tree).stream()
                .filter(t -> t.text("tenant").equals(tenant))
                .flatMap(t -> Manifests.workloads(tree, t))
                .flatMap(w -> w.list("attachments").stream()
                        .filter(a -> a.text("network").equals(network))
                        .map(a -> new Guest(w.text("machine"), a.text("ipv4"))))
                .toList();
    }

    private String enter(String machine) {
        return "nsenter -t " + state.leader(machine) + " -n ";
    }

    /** Asserts that consumers of an offer resolve the name that they chose for it. */
    void names(HostTree tree) {
        consumed(
                tree,
                (from, offer) -> ledger.equal(
                        SUBJECT,
                        from.text("machine") + " finds " + offer.text("name"),
                        offer.text("address"),
                        state.guest(from.text("machine"), "-m -r", "getent ahostsv4 " + offer.text("name"))
                                .output()
                                .split(" ")[0]));
    }

    private static void consumed(HostTree tree, BiConsumer<JsonAnswer, JsonAnswer> use) {
        for (JsonAnswer tenant : Manifests.tenants(tree)) {
            tenant.list("consumed")
                    .forEach(offer -> Manifests.workloads(tree, tenant)
                            .filter(from -> from.list("attachments").stream()
                                    .anyMatch(a -> a.text("network").equals(offer.text("on"))))
                            .forEach(from -> use.accept(from, offer)));
        }
    }

    private static String machineAt(HostTree tree, String address) {
        return Manifests.tenants(tree).stream()
                .flatMap(tenant -> Manifests.workloads(tree, tenant))
                .filter(workload -> addresses(workload).anyMatch(address::equals))
                .findFirst()
                .orElseThrow()
                .text("machine");
    }

    /** Asserts that exactly these ways are open, besides those of the host itself. */
    void check(List<Way> ways, List<Way> open) {
        SortedMap<Way, Boolean> wanted = new TreeMap<>();
        ways.forEach(way -> wanted.put(way, way.from().isEmpty() || open.contains(way)));
        SortedMap<Way, Boolean> seen = attempt(ways, wanted);
        wanted.forEach((way, reaches) -> ledger.equal(SUBJECT, way.toString(), reaches, seen.get(way)));
    }

    /** Asserts that every way is open without the firewalls, which then come back. */
    void checkTheControl(HostTree tree, List<Way> ways) {
        List<String> firewalls = state.loaded("bbc-firewall@*").stream().toList();
        state.host()
                .exec(
                        "/bin/sh",
                        "-ec",
                        state.tables().stream()
                                .filter(table -> table.endsWith(" bbc"))
                                .map(table -> "nft delete table " + table)
                                .collect(Collectors.joining("\n")));
        SortedMap<Way, Boolean> wanted = new TreeMap<>();
        ways.forEach(way -> wanted.put(way, true));
        SortedMap<Way, Boolean> seen = attempt(ways, wanted);
        state.host()
                .exec(Stream.concat(Stream.of("systemctl", "reload"), firewalls.stream())
                        .toArray(String[]::new));
        ways.forEach(way -> ledger.equal(SUBJECT, way + " without firewalls", true, seen.get(way)));
        new FirewallsLoaded(state, ledger).check(tree);
    }

    private SortedMap<Way, Boolean> attempt(List<Way> ways, SortedMap<Way, Boolean> wanted) {
        Map<String, String> enter = new TreeMap<>(Map.of("", ""));
        Stream.concat(ways.stream().map(Way::from), ways.stream().map(Way::to))
                .forEach(machine -> enter.computeIfAbsent(machine, this::enter));
        Connections connections = new Connections(state.host());
        ways.forEach(way -> connections.listen(enter.get(way.to()), way.port()));
        List<Boolean> open = connections.attempt(ways.stream()
                .map(way -> new Connections.Attempt(enter.get(way.from()), way.address(), way.port(), wanted.get(way)))
                .toList());
        SortedMap<Way, Boolean> seen = new TreeMap<>();
        for (int i = 0; i < ways.size(); i++) {
            seen.put(ways.get(i), open.get(i));
        }
        return seen;
    }

    private static Stream<String> addresses(JsonAnswer workload) {
        return workload.list("attachments").stream()
                .flatMap(a -> Stream.of(a.text("ipv4"), a.text("ipv6")))
                .filter(address -> !address.isEmpty());
    }

    private static String tenant(JsonAnswer workload) {
        String machine = workload.text("machine");
        return machine.substring(0, machine.indexOf('.'));
    }
}
