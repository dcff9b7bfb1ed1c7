package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.literal.Addresses;
import io.bitbuilder.bbc.literal.Booleans;
import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.value.Address;
import io.bitbuilder.bbc.value.Address4;
import io.bitbuilder.bbc.value.Parsed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Switches of a .network file that contradict one another, and which of them networkd turns (systemd.network(5)). */
final class NetworkSwitches {
    private static final String LINK_LOCAL = "LinkLocalAddressing";
    private static final String POLICY = "ActivationPolicy";
    private static final String CRITICAL = "CriticalConnection";
    private static final String IDENTIFIER = "ClientIdentifier";
    private static final String REQUIRED = "RequiredForOnline";
    private static final String ADVERTISEMENTS = "IPv6AcceptRA";

    private final Sink sink;
    private final EffectiveSettings network;
    private final EffectiveSettings link;
    private final EffectiveSettings dhcp4;
    private final EffectiveSettings dhcpServer;
    private final EffectiveSettings dhcpRelay;
    private final boolean bond;
    private final boolean bridge;

    NetworkSwitches(EffectiveSettings settings, NetworkDevices devices, Sink sink) {
        this.sink = sink;
        network = settings.in("Network");
        link = settings.in("Link");
        dhcp4 = settings.in("DHCP", "DHCPv4");
        dhcpServer = settings.in("DHCPServer");
        dhcpRelay = settings.in("DHCPRelay");
        boolean moves = !network.isTrue("KeepMaster");
        bond = moves && devices.has(network, "Bond", "bond");
        bridge = moves && devices.has(network, "Bridge", "bridge");
    }

    /** True for a port of a bond. */
    boolean isPort() {
        return bond;
    }

    /** What stands in no section of its own; a port of a bond has neither addresses nor routes. */
    void judge(Optional<Span> address, Optional<Span> route) {
        if (bond) {
            network.last(LINK_LOCAL).filter(l -> !isOff(l.value())).ifPresent(l -> turned(l, "a port of a bond has no link-local addresses"));
            address.ifPresent(place -> sink.add(Code.SYS006, place, "a port of a bond has no addresses"));
            route.ifPresent(place -> sink.add(Code.SYS006, place, "a port of a bond has no routes"));
        }
        if (network.isFalse("IPv6ProxyNDP")) {
            network.all("IPv6ProxyNDPAddress", "ProxyNeighbor").stream().filter(l -> Addresses.parse6(l.value()) instanceof Parsed.Good)
                    .forEach(l -> sink.add(Code.SYS004, l.span(), "IPv6ProxyNDP= is off; networkd leaves out the address"));
        }
    }

    private static boolean isOff(String value) {
        return value.equals("no") || Booleans.parse(value).toOptional().filter(b -> !b).isPresent();
    }

    /** True when the interface gives itself an IPv6 address, which most of IPv6 needs. */
    boolean hasLinkLocal6() {
        if (network.value("IPv6LinkLocalAddressGenerationMode").filter("none"::equals).isPresent()) {
            return false;
        }
        if (bond) {
            return network.last(LINK_LOCAL).isEmpty();
        }
        boolean other = network.isTrue("KeepMaster") || bridge;
        boolean six = !other;
        for (Assignment line : network.accepted(LINK_LOCAL)) {
            six = line.value().equals("ipv6") || !isOff(line.value()) && Booleans.is(line.value());
        }
        return six;
    }

    /** Whether router advertisements are taken. */
    boolean advertisements(boolean local) {
        Optional<Assignment> wish = network.last(ADVERTISEMENTS, "IPv6AcceptRouterAdvertisements");
        boolean off = wish.flatMap(l -> Booleans.parse(l.value()).toOptional()).filter(b -> !b).isPresent();
        if (!local) {
            wish.filter(l -> !off).ifPresent(l -> turned(l, "router advertisements need link-local addresses of IPv6, which are off"));
        }
        return local && !off;
    }

    /** Whether the DHCP client for IPv4 runs. */
    boolean dhcp(boolean local) {
        Optional<Assignment> wish = network.last("DHCP");
        String value = wish.map(Assignment::value).orElse("no");
        boolean all = Set.of("yes", "both").contains(value) || Booleans.parse(value).toOptional().orElse(false);
        boolean four = all || value.equals("ipv4") || value.equals("v4");
        boolean six = all || value.equals("ipv6") || value.equals("v6");
        if (!four && !six) {
            return false;
        }
        if (bond) {
            turned(wish.orElseThrow(), "a port of a bond has no DHCP client");
            return false;
        }
        if (six && !local) {
            turned(wish.orElseThrow(), "DHCP for IPv6 needs link-local addresses of IPv6, which are off");
        }
        if (four && dhcp4.isTrue("Anonymize")) {
            dhcp4.last(IDENTIFIER).filter(l -> !l.value().equals("mac")).ifPresent(l -> turned(l, "Anonymize= takes the MAC address alone"));
        }
        return four;
    }

    /** Whether the interface tells prefixes to others. */
    boolean announces(boolean local) {
        Optional<Assignment> wish = network.last("IPv6SendRA", "IPv6PrefixDelegation");
        String value = wish.map(Assignment::value).orElse("no");
        boolean delegated = wish.filter(l -> l.key().equals("IPv6PrefixDelegation")).isPresent();
        boolean on = Booleans.parse(value).toOptional().orElse(false);
        boolean some = on || delegated && (value.equals("static") || value.equals("dhcpv6"));
        if (some && !local) {
            turned(wish.orElseThrow(), "to tell prefixes needs link-local addresses of IPv6, which are off");
            return false;
        }
        return some && !(delegated && value.equals("dhcpv6"));
    }

    /** Switches of [Link] and of times. */
    void timing() {
        if (link.has("MTUBytes")) {
            dhcp4.last("UseMTU").filter(l -> dhcp4.isTrue("UseMTU") && !link.value("MTUBytes").orElse("").equals("0")).ifPresent(l -> turned(l, "MTUBytes= in [Link] says the maximum"));
        }
        if (network.has("KeepConfiguration")) {
            dhcp4.last(CRITICAL).ifPresent(l -> sink.add(Code.SYS004, l.span(), "networkd leaves it out for KeepConfiguration="));
        }
        Optional<Assignment> policy = link.last(POLICY);
        String activation = policy.map(Assignment::value).orElse("up");
        boolean carrier = network.has("BindCarrier");
        if (carrier && policy.isPresent() && !activation.equals("bound")) {
            turned(policy.get(), "BindCarrier= needs " + POLICY + "=bound, which networkd takes");
        }
        if (!carrier && activation.equals("bound")) {
            turned(policy.orElseThrow(), POLICY + "=bound needs BindCarrier=; networkd takes up");
        }
        if (!carrier && activation.equals("always-up")) {
            network.last("IgnoreCarrierLoss").filter(l -> !Set.of("infinity").contains(l.value()) && !Booleans.parse(l.value()).toOptional().orElse(false))
                    .ifPresent(l -> turned(l, "an interface that is always up ignores the loss of its carrier"));
        }
        if (!carrier && Set.of("down", "always-down", "manual").contains(activation)) {
            link.last(REQUIRED).filter(l -> isRequired(l.value()) && !activation.equals("always-down"))
                    .ifPresent(l -> sink.add(Code.SYS010, l.span(), "nobody may bring the interface up, for which the boot waits"));
        }
    }

    private static boolean isRequired(String value) {
        return Booleans.parse(value).toOptional().orElse(true);
    }

    /**
     * DHCP server and relay, which need an address of their own.
     *
     * @param client  true when the DHCP client for IPv4 runs
     * @param relayed true when it is known where a relay asks
     */
    void servers(List<NetworkAddresses.Static> addresses, boolean client, boolean relayed) {
        Optional<Assignment> server = network.last("DHCPServer").filter(l -> network.isTrue("DHCPServer"));
        boolean target = dhcpServer.has("RelayTarget");
        boolean own = dhcpServer.value("ServerAddress").flatMap(v -> Addresses.net(v).toOptional()).filter(n -> n.length().orElse(32) > 0).isPresent();
        if (server.isPresent() && bond) {
            turned(server.get(), "a port of a bond has no DHCP server");
        } else if (server.isPresent() && !target && !own && addresses.stream().noneMatch(NetworkSwitches::serves)) {
            turned(server.get(), "a DHCP server needs a static IPv4 address that is not local");
        }
        boolean serves = server.isPresent() && !bond && !target && (own || addresses.stream().anyMatch(NetworkSwitches::serves));
        Optional<Assignment> old = server.filter(l -> target && !bond);
        Optional<String> agent = dhcpRelay.value("AgentAddress").or(() -> old.flatMap(l -> dhcpServer.value("ServerAddress")));
        network.last("DHCPRelay").or(() -> old).ifPresent(relay -> relay(relay, serves, client, relayed, agent, addresses));
    }

    private void relay(Assignment relay, boolean serves, boolean client, boolean relayed, Optional<String> agent, List<NetworkAddresses.Static> addresses) {
        Optional<Address> wanted = agent.flatMap(v -> Addresses.net(v).toOptional()).map(Addresses.Net::address).filter(a -> !Addresses.isNull(a));
        if (bond || serves || client) {
            turned(relay, "a DHCP relay does not stand with " + (bond ? "Bond=" : serves ? "DHCPServer=" : "DHCP="));
        } else if (!relayed) {
            turned(relay, "a DHCP relay needs ServerAddress= in [DHCPRelay] of networkd.conf, which was not given");
        } else if (addresses.stream().noneMatch(a -> relays(a, wanted))) {
            turned(relay, "a DHCP relay needs a static IPv4 address that is not local");
        }
    }

    private static boolean relays(NetworkAddresses.Static address, Optional<Address> wanted) {
        boolean four = address.address() instanceof Address4 && address.peer().isEmpty();
        return four && wanted.map(address.address()::equals).orElse(!address.isLocal() && !address.scoped());
    }

    private static boolean serves(NetworkAddresses.Static address) {
        return address.address() instanceof Address4 && !address.isLocal() && address.peer().isEmpty();
    }

    private void turned(Assignment line, String reason) {
        sink.add(Code.SYS006, line.span(), reason);
    }
}
