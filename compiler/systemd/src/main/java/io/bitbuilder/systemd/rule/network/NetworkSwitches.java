package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.Booleans;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Conflicting switches of a .network file, which networkd changes (systemd.network(5)). */
final class NetworkSwitches {
    private static final String LINK_LOCAL = "LinkLocalAddressing";
    private static final String POLICY = "ActivationPolicy";
    private static final String CRITICAL = "CriticalConnection";
    private static final String IDENTIFIER = "ClientIdentifier";
    private static final String REQUIRED = "RequiredForOnline";
    private static final String ADVERTISEMENTS = "IPv6AcceptRA";

    private final FindingSink sink;
    private final EffectiveSettings network;
    private final EffectiveSettings link;
    private final EffectiveSettings dhcp4;
    private final EffectiveSettings dhcpServer;
    private final EffectiveSettings dhcpRelay;
    private final boolean bond;
    private final boolean bridge;

    NetworkSwitches(EffectiveSettings settings, NetworkDevices devices, FindingSink sink) {
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

    /** Returns true for a port of a bond. */
    boolean isPort() {
        return bond;
    }

    /** Checks settings of [Network]; a port of a bond has neither addresses nor routes. */
    void judge(Optional<Span> address, Optional<Span> route) {
        if (bond) {
            network.last(LINK_LOCAL)
                    .filter(l -> !isOff(l.value()))
                    .ifPresent(l -> reportChanged(
                            l,
                            "LinkLocalAddressing= conflicts with Bond=: a port of a bond cannot have "
                                    + "link-local addresses"));
            address.ifPresent(place -> sink.add(
                    Code.VALUE_CHANGED,
                    place,
                    "Address= conflicts with Bond=: a port of a bond cannot have addresses"));
            route.ifPresent(place -> sink.add(
                    Code.VALUE_CHANGED, place, "[Route] conflicts with Bond=: a port of a bond cannot have routes"));
        }
        if (network.isFalse("IPv6ProxyNDP")) {
            network.all("IPv6ProxyNDPAddress", "ProxyNeighbor").stream()
                    .filter(l -> Addresses.parse6(l.value()) instanceof Parsed.Good)
                    .forEach(l -> sink.add(
                            Code.INVALID_DIRECTIVE_VALUE,
                            l.span(),
                            "IPv6ProxyNDPAddress= conflicts with IPv6ProxyNDP=no; networkd ignores the address"));
        }
    }

    private static boolean isOff(String value) {
        return value.equals("no")
                || Booleans.parse(value).toOptional().filter(b -> !b).isPresent();
    }

    /** Returns whether the interface has a link-local IPv6 address, which most of IPv6 requires. */
    boolean hasLinkLocal6() {
        if (network.value("IPv6LinkLocalAddressGenerationMode")
                .filter("none"::equals)
                .isPresent()) {
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

    /** Returns whether networkd accepts router advertisements. */
    boolean advertisements(boolean local) {
        Optional<Assignment> wish = network.last(ADVERTISEMENTS, "IPv6AcceptRouterAdvertisements");
        boolean off = wish.flatMap(l -> Booleans.parse(l.value()).toOptional())
                .filter(b -> !b)
                .isPresent();
        if (!local) {
            wish.filter(l -> !off)
                    .ifPresent(
                            l -> reportChanged(l, "IPv6AcceptRA= requires IPv6 link-local addressing, which is off"));
        }
        return local && !off;
    }

    /** Returns whether the DHCPv4 client runs. */
    boolean dhcp(boolean local) {
        Optional<Assignment> wish = network.last("DHCP");
        String value = wish.map(Assignment::value).orElse("no");
        boolean all = Set.of("yes", "both").contains(value)
                || Booleans.parse(value).toOptional().orElse(false);
        boolean four = all || value.equals("ipv4") || value.equals("v4");
        boolean six = all || value.equals("ipv6") || value.equals("v6");
        if (!four && !six) {
            return false;
        }
        if (bond) {
            reportChanged(wish.orElseThrow(), "DHCP= conflicts with Bond=: a port of a bond cannot have a DHCP client");
            return false;
        }
        if (six && !local) {
            reportChanged(wish.orElseThrow(), "DHCPv6 requires IPv6 link-local addressing, which is off");
        }
        if (four && dhcp4.isTrue("Anonymize")) {
            dhcp4.last(IDENTIFIER)
                    .filter(l -> !l.value().equals("mac"))
                    .ifPresent(l ->
                            reportChanged(l, "ClientIdentifier= conflicts with Anonymize=, which only allows mac"));
        }
        return four;
    }

    /** Returns whether the interface announces prefixes. */
    boolean announces(boolean local) {
        Optional<Assignment> wish = network.last("IPv6SendRA", "IPv6PrefixDelegation");
        String value = wish.map(Assignment::value).orElse("no");
        boolean delegated =
                wish.filter(l -> l.key().equals("IPv6PrefixDelegation")).isPresent();
        boolean on = Booleans.parse(value).toOptional().orElse(false);
        boolean some = on || delegated && (value.equals("static") || value.equals("dhcpv6"));
        if (some && !local) {
            reportChanged(wish.orElseThrow(), "IPv6SendRA= requires IPv6 link-local addressing, which is off");
            return false;
        }
        return some && !(delegated && value.equals("dhcpv6"));
    }

    /** Checks switches of [Link] and the timing of carriers. */
    void timing() {
        if (link.has("MTUBytes")) {
            dhcp4.last("UseMTU")
                    .filter(l -> dhcp4.isTrue("UseMTU")
                            && !link.value("MTUBytes").orElse("").equals("0"))
                    .ifPresent(l ->
                            reportChanged(l, "UseMTU= conflicts with MTUBytes= in [Link], which takes precedence"));
        }
        if (network.has("KeepConfiguration")) {
            dhcp4.last(CRITICAL)
                    .ifPresent(l -> sink.add(
                            Code.INVALID_DIRECTIVE_VALUE,
                            l.span(),
                            "CriticalConnection= conflicts with KeepConfiguration=; networkd ignores it"));
        }
        activation();
    }

    private void activation() {
        Optional<Assignment> policy = link.last(POLICY);
        String activation = policy.map(Assignment::value).orElse("up");
        boolean carrier = network.has("BindCarrier");
        if (carrier && policy.isPresent() && !activation.equals("bound")) {
            reportChanged(policy.get(), "BindCarrier= requires " + POLICY + "=bound, which networkd uses instead");
        }
        if (!carrier && activation.equals("bound")) {
            reportChanged(policy.orElseThrow(), POLICY + "=bound requires BindCarrier=; networkd uses up instead");
        }
        if (!carrier && activation.equals("always-up")) {
            network.last("IgnoreCarrierLoss")
                    .filter(l -> !Set.of("infinity").contains(l.value())
                            && !Booleans.parse(l.value()).toOptional().orElse(false))
                    .ifPresent(l -> reportChanged(
                            l, "IgnoreCarrierLoss= conflicts with " + POLICY + "=always-up, which implies it"));
        }
        if (!carrier && Set.of("down", "always-down", "manual").contains(activation)) {
            link.last(REQUIRED)
                    .filter(l -> isRequired(l.value()) && !activation.equals("always-down"))
                    .ifPresent(l -> sink.add(
                            Code.DEPRECATED,
                            l.span(),
                            "RequiredForOnline= delays the boot for an interface that networkd does not bring up ("
                                    + POLICY + "=" + activation + ")"));
        }
    }

    private static boolean isRequired(String value) {
        return Booleans.parse(value).toOptional().orElse(true);
    }

    /**
     * Checks DHCP server and relay, which require a static address.
     *
     * @param client true when the DHCPv4 client runs
     * @param relayed true when a file configures the server of a relay
     */
    void servers(List<NetworkAddresses.Static> addresses, boolean client, boolean relayed) {
        Optional<Assignment> server = network.last("DHCPServer").filter(l -> network.isTrue("DHCPServer"));
        boolean target = dhcpServer.has("RelayTarget");
        boolean own = dhcpServer
                .value("ServerAddress")
                .flatMap(v -> Addresses.net(v).toOptional())
                .filter(n -> n.length().orElse(32) > 0)
                .isPresent();
        if (server.isPresent() && bond) {
            reportChanged(server.get(), "DHCPServer= conflicts with Bond=: a port of a bond cannot have a DHCP server");
        } else if (server.isPresent() && !target && !own && addresses.stream().noneMatch(NetworkSwitches::serves)) {
            reportChanged(server.get(), "DHCPServer= requires a static IPv4 address that is not link-local");
        }
        boolean serves = server.isPresent()
                && !bond
                && !target
                && (own || addresses.stream().anyMatch(NetworkSwitches::serves));
        Optional<Assignment> old = server.filter(l -> target && !bond);
        Optional<String> agent =
                dhcpRelay.value("AgentAddress").or(() -> old.flatMap(l -> dhcpServer.value("ServerAddress")));
        network.last("DHCPRelay")
                .or(() -> old)
                .ifPresent(relay -> relay(relay, serves, client, relayed, agent, addresses));
    }

    private void relay(
            Assignment relay,
            boolean serves,
            boolean client,
            boolean relayed,
            Optional<String> agent,
            List<NetworkAddresses.Static> addresses) {
        Optional<Address> wanted = agent.flatMap(v -> Addresses.net(v).toOptional())
                .map(Addresses.Net::address)
                .filter(a -> !Addresses.isNull(a));
        if (bond || serves || client) {
            reportChanged(
                    relay,
                    "a DHCP relay cannot be combined with " + (bond ? "Bond=" : serves ? "DHCPServer=" : "DHCP="));
        } else if (!relayed) {
            reportChanged(
                    relay, "a DHCP relay requires ServerAddress= in [DHCPRelay] of networkd.conf, which is not given");
        } else if (addresses.stream().noneMatch(a -> relays(a, wanted))) {
            reportChanged(relay, "a DHCP relay requires a static IPv4 address that is not link-local");
        }
    }

    private static boolean relays(NetworkAddresses.Static address, Optional<Address> wanted) {
        boolean four = address.address() instanceof Address4 && address.peer().isEmpty();
        return four && wanted.map(address.address()::equals).orElse(!address.isLocal() && !address.scoped());
    }

    private static boolean serves(NetworkAddresses.Static address) {
        return address.address() instanceof Address4
                && !address.isLocal()
                && address.peer().isEmpty();
    }

    private void reportChanged(Assignment line, String reason) {
        sink.add(Code.VALUE_CHANGED, line.span(), reason);
    }
}
