package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Duplicate addresses, overlapping subnets and unreachable gateways on one host. */
final class AddressRules {
    /** Kinds of devices that share the subnet of their parent link by design. */
    private static final Set<String> CHILDREN = Set.of("macvlan", "macvtap", "ipvlan", "ipvtap");

    private static final Comparator<StaticAddress> BY_SUBNET = Comparator.comparing(StaticAddress::isIpv4)
            .thenComparing(StaticAddress::first)
            .thenComparing(Comparator.comparing(StaticAddress::last).reversed())
            .thenComparing(StaticAddress::span);

    private final HostLinks links;
    private final FindingSink sink;

    private AddressRules(HostLinks links, FindingSink sink) {
        this.links = links;
        this.sink = sink;
    }

    static void judge(HostLinks links, FindingSink sink) {
        AddressRules rules = new AddressRules(links, sink);
        Map<String, List<StaticAddress>> byTable = new HashMap<>();
        for (NetworkFile network : links.networks()) {
            List<StaticAddress> addresses = StaticAddress.of(network);
            rules.checkGateways(network, addresses);
            String table = network.value("VRF").map(Assignment::value).orElse("");
            addresses.stream()
                    .filter(a -> network.isLiteral() && a.isSubnet() && !a.isShared())
                    .forEach(a -> byTable.computeIfAbsent(table, t -> new ArrayList<>())
                            .add(a));
        }
        byTable.values().forEach(rules::checkOverlaps);
    }

    /**
     * Compares neighbours in the order of subnets: only the subnet that reaches furthest so far can overlap the next
     * one.
     */
    private void checkOverlaps(List<StaticAddress> addresses) {
        Map<Object, StaticAddress> seen = new HashMap<>();
        Optional<StaticAddress> furthest = Optional.empty();
        for (StaticAddress address : addresses.stream().sorted(BY_SUBNET).toList()) {
            StaticAddress same = seen.putIfAbsent(address.address(), address);
            if (same != null && !same.network().names().equals(address.network().names())) {
                StaticAddress later = same.span().compareTo(address.span()) > 0 ? same : address;
                sink.add(Finding.of(
                                Code.DUPLICATE_LINK_ADDRESS,
                                later.span(),
                                "duplicate address " + address.address() + " on links " + link(same) + " and "
                                        + link(address))
                        .also((later == same ? address : same).span(), "first use")
                        .fix("give each link its own address"));
            } else if (furthest.filter(wide -> overlap(wide, address)).isPresent()) {
                StaticAddress wide = furthest.get();
                sink.add(Finding.of(
                                Code.LINK_SUBNETS_OVERLAP,
                                address.span(),
                                "the subnet of link " + link(address) + " overlaps that of link " + link(wide)
                                        + "; the kernel never uses one of the two routes")
                        .also(wide.span(), "overlapping subnet")
                        .fix("give each link its own subnet, or write AddPrefixRoute=no in the "
                                + "[Address] section of one of them"));
            }
            furthest = furthest.filter(wide ->
                            wide.isIpv4() == address.isIpv4() && wide.last().compareTo(address.last()) >= 0)
                    .or(() -> Optional.of(address));
        }
    }

    private boolean overlap(StaticAddress wide, StaticAddress address) {
        return wide.isIpv4() == address.isIpv4()
                && wide.last().compareTo(address.first()) >= 0
                && wide.onLink()
                && address.onLink()
                && !wide.network().names().equals(address.network().names())
                && !isChild(wide)
                && !isChild(address);
    }

    private boolean isChild(StaticAddress address) {
        return links.netdev(address.network())
                .filter(device -> CHILDREN.contains(device.kind()))
                .isPresent();
    }

    private static String link(StaticAddress address) {
        return String.join(" ", address.network().names());
    }

    private void checkGateways(NetworkFile network, List<StaticAddress> addresses) {
        EffectiveSettings route = network.settings().in("Route");
        boolean certain =
                network.value("DHCP").filter(a -> !ValidValues.isNo(a.value())).isEmpty()
                        && network.settings().in("Address").accepted("Peer").isEmpty()
                        && network.file().sections("Route").size()
                                == route.accepted("Gateway").size();
        List<StaticAddress> fours =
                addresses.stream().filter(StaticAddress::isIpv4).toList();
        if (!certain
                || fours.isEmpty()
                || fours.stream().anyMatch(a -> a.first().signum() == 0)) {
            return;
        }
        List<Assignment> gateways =
                new ArrayList<>(network.settings().in("Network").all("Gateway"));
        if (route.accepted("GatewayOnLink", "Scope").isEmpty()) {
            gateways.addAll(route.accepted("Gateway"));
        }
        for (Assignment line : gateways) {
            Optional<Address> gateway = StaticAddress.address(line.value()).filter(a -> a instanceof Address4);
            if (gateway.isPresent() && fours.stream().noneMatch(a -> a.contains(gateway.get()))) {
                sink.add(Finding.of(
                                Code.GATEWAY_OUTSIDE_SUBNET,
                                line.span(),
                                "gateway " + line.value()
                                        + " is outside the link's subnets; networkd cannot add the route")
                        .also(fours.getFirst().span(), "address of the link")
                        .fix("write a gateway in the subnet, or GatewayOnLink=yes in the [Route] section"));
            }
        }
    }
}
