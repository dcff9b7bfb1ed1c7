package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.HostTree;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** networkd made every bridge with its addresses, DHCP server and masquerading, and put every port on its bridge. */
record NetworksUp(HostState state, LiveLedger ledger) {
    private static final String SUBJECT = "networks";
    private static final String FILES = "/etc/systemd/network/";

    void check(HostTree tree) {
        List<JsonAnswer> networks = Manifests.tenants(tree).stream()
                .flatMap(tenant -> Manifests.networks(tree, tenant))
                .toList();
        networks.forEach(network -> bridge(tree, network));
        for (JsonAnswer tenant : Manifests.tenants(tree)) {
            Manifests.workloads(tree, tenant)
                    .forEach(workload -> workload.list("attachments")
                            .forEach(attachment -> port(tree, tenant, workload, attachment)));
        }
        ledger.equal(
                SUBJECT, "IPv4 ranges that the host masquerades", ranges(networks, "subnet"), state.masqueraded(4));
        ledger.equal(
                SUBJECT, "IPv6 ranges that the host masquerades", ranges(networks, "subnet6"), state.masqueraded(6));
        SortedSet<String> wanted = new TreeSet<>(
                networks.stream().map(network -> network.text("bridge")).toList());
        ledger.equal(
                SUBJECT,
                "bridges of the host",
                wanted,
                state.links().keySet().stream()
                        .filter(name -> name.startsWith("b-"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private void bridge(HostTree tree, JsonAnswer network) {
        String name = network.text("bridge");
        String file = "systemd/network/50-" + name + ".network";
        JsonAnswer link = state.link(name);
        ledger.equal(SUBJECT, name + " is", "bridge", link.text("Kind"));
        ledger.equal(SUBJECT, name + " was made from", FILES + "50-" + name + ".netdev", link.text("NetDevFile"));
        ledger.equal(SUBJECT, name + " is set up from", FILES + "50-" + name + ".network", link.text("NetworkFile"));
        ledger.equal(SUBJECT, name + " is", "configured", link.text("AdministrativeState"));
        ledger.equal(
                SUBJECT,
                "addresses of " + name,
                new TreeSet<>(tree.values(file, "Address").stream()
                        .filter(address -> address.contains("/"))
                        .toList()),
                addresses(link, address -> address.text("ConfigSource").equals("static")));
        ledger.equal(
                SUBJECT,
                "fixed leases of " + name,
                new TreeSet<>(tree.values(file, "Address").stream()
                        .filter(address -> !address.contains("/"))
                        .toList()),
                new TreeSet<>(link.list("DHCPServer", "StaticLeases").stream()
                        .map(lease -> lease.text("AddressString"))
                        .toList()));
    }

    private void port(HostTree tree, JsonAnswer tenant, JsonAnswer workload, JsonAnswer attachment) {
        String name = attachment.text("port");
        String bridge = Manifests.networks(tree, tenant)
                .filter(network -> network.text("network").equals(attachment.text("network")))
                .findFirst()
                .orElseThrow()
                .text("bridge");
        JsonAnswer link = state.link(name);
        ledger.equal(
                SUBJECT,
                name + " of " + workload.text("machine") + " is",
                "configured",
                link.text("AdministrativeState"));
        ledger.equal(SUBJECT, name + " is a port of", bridge, state.links().get(name));
        if (workload.text("kind").equals("container")) {
            guest(tree, workload, attachment, bridge);
        }
    }

    /** The guest's side: a lease from the bridge's server, or the address that its own file gives. */
    private void guest(HostTree tree, JsonAnswer workload, JsonAnswer attachment, String bridge) {
        String machine = workload.text("machine");
        String name = attachment.text("attachment");
        boolean leased = tree.values("bbc/guest/" + machine + "/network.network.50-" + name, "DHCP")
                .equals(List.of("ipv4"));
        JsonAnswer link = state.guestLink(machine, name, attachment.text("ipv4"));
        ledger.equal(SUBJECT, name + " in " + machine + " is", "configured", link.text("AdministrativeState"));
        String source = leased ? "DHCPv4" : "static";
        ledger.equal(
                SUBJECT,
                "IPv4 address of " + machine + " from " + source,
                new TreeSet<>(List.of(attachment.text("ipv4"))),
                plain(addresses(
                        link,
                        address -> address.text("Family").equals("2")
                                && address.text("ConfigSource").equals(source))));
        if (leased) {
            SortedSet<String> leases = new TreeSet<>(state.link(bridge).list("DHCPServer", "Leases").stream()
                    .map(lease -> lease.text("AddressString"))
                    .toList());
            ledger.holds(
                    SUBJECT,
                    "the server of " + bridge + " leased " + attachment.text("ipv4"),
                    leases.contains(attachment.text("ipv4")),
                    leases);
        }
        if (!attachment.text("ipv6").isEmpty()) {
            ledger.equal(
                    SUBJECT,
                    "IPv6 address of " + machine,
                    new TreeSet<>(List.of(attachment.text("ipv6"))),
                    plain(addresses(
                            link,
                            address -> address.text("Family").equals("10")
                                    && address.text("ConfigSource").equals("static"))));
        }
    }

    private static SortedSet<String> ranges(List<JsonAnswer> networks, String member) {
        return networks.stream()
                .filter(network -> network.text("mode").equals("nat")
                        && !network.text(member).isEmpty())
                .map(network -> network.text(member))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> addresses(JsonAnswer link, Predicate<JsonAnswer> wanted) {
        return link.list("Addresses").stream()
                .filter(wanted)
                .map(address -> address.text("AddressString") + "/" + address.text("PrefixLength"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> plain(SortedSet<String> addresses) {
        return addresses.stream()
                .map(address -> address.substring(0, address.indexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
