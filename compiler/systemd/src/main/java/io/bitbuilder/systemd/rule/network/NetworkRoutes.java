package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.Booleans;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules of routes and next hops (systemd.network(5), [Route] and [NextHop]). */
final class NetworkRoutes {
    private static final String SECTION = "Route";
    private static final String GATEWAY = "Gateway";
    private static final String LEFT_OUT = "; networkd ignores the section";
    private static final Set<String> REJECT = Set.of("unreachable", "prohibit", "blackhole", "throw");
    private static final int FOUR = 32;

    private final EffectiveSettings settings;
    private final FindingSink sink;
    private final List<EffectiveSettings> sections = new ArrayList<>();
    private final List<Item> read = new ArrayList<>();

    /** A route and its address family, as the number of bits of an address. */
    private record Item(EffectiveSettings route, Optional<Integer> family) {}

    private NetworkRoutes(EffectiveSettings settings, FindingSink sink) {
        this.settings = settings;
        this.sink = sink;
    }

    /**
     * Reads the routes and reports lines of another address family than a line before them, as networkd does while
     * parsing.
     */
    static NetworkRoutes read(EffectiveSettings settings, FindingSink sink) {
        NetworkRoutes routes = new NetworkRoutes(settings, sink);
        routes.sections.addAll(settings.eachOrShort(SECTION, GATEWAY));
        routes.sections.forEach(routes::read);
        settings.each("NextHop").forEach(routes::members);
        return routes;
    }

    /** Returns the place of the first route, valid or not. */
    Optional<Span> first() {
        return sections.stream().map(EffectiveSettings::place).findFirst();
    }

    /** Checks all routes, unless the link is a port of a bond, which has none, and all next hops. */
    void judge(NetworkState state, boolean isPort) {
        read.stream()
                .filter(item -> !isPort)
                .filter(item -> !item.route().isSpoiled())
                .forEach(item -> route(
                        state,
                        item.route(),
                        item.family(),
                        item.route().value(GATEWAY).orElse("")));
        nextHops(state);
    }

    /** Reads the address family: that of the first destination or source, which all others must share. */
    private void read(EffectiveSettings route) {
        Optional<Integer> family = Optional.empty();
        boolean broken = false;
        Set<String> hops = new HashSet<>();
        for (Assignment line : route.accepted()) {
            if (line.key().equals("MultiPathRoute")
                    && (line.value().isEmpty() ? empties(hops) : !hops.add(line.value()))) {
                sink.add(Code.SECTION_IGNORED, line.span(), "duplicate hop in MultiPathRoute=" + LEFT_OUT);
                broken = true;
            }
            boolean prefix = line.key().equals("Destination") || line.key().equals("Source");
            boolean source =
                    line.key().equals("PreferredSource") && !(Booleans.parse(line.value()) instanceof Parsed.Good);
            if (!prefix && !source) {
                continue;
            }
            Optional<Integer> bits = Addresses.net(line.value()).toOptional().map(n -> Addresses.bits(n.address()));
            if (family.isPresent() && bits.isPresent() && !family.equals(bits)) {
                sink.add(
                        Code.SECTION_IGNORED,
                        line.span(),
                        line.key() + "= has another address family than the route above" + LEFT_OUT);
                broken = true;
            } else {
                family = family.or(() -> bits);
            }
        }
        if (!broken) {
            read.add(new Item(route, family));
        }
    }

    private static boolean empties(Set<String> hops) {
        hops.clear();
        return false;
    }

    private void route(NetworkState state, EffectiveSettings route, Optional<Integer> written, String gateway) {
        boolean leased = gateway.startsWith("_");
        Optional<Address> hop = Addresses.parse(gateway).toOptional();
        Optional<Integer> hopFamily =
                leased ? Optional.of(leasedFamily(route, written, gateway)) : hop.map(Addresses::bits);
        if (leased && !isLeased(state, route, hopFamily.get())) {
            return;
        }
        Optional<Integer> family = written.or(() -> hopFamily);
        if (family.isEmpty()) {
            refuse(route, "missing Gateway=, Destination=, Source= or PreferredSource=");
            return;
        }
        boolean hasHop = hop.filter(a -> !Addresses.isNull(a)).isPresent();
        if (hasHop
                && !route.has("GatewayOnLink", "GatewayOnlink")
                && state.addresses().isEmpty()) {
            sink.add(
                    Code.VALUE_CHANGED,
                    route.place(),
                    "no static address is configured; networkd assumes that the gateway is on the link");
        }
        if (agree(route, family.get(), hopFamily, hasHop || leased)
                && family.get() != FOUR
                && route.value("Scope")
                        .filter(s -> !s.equals("global") && !s.equals("0"))
                        .isPresent()) {
            sink.add(
                    Code.INVALID_DIRECTIVE_VALUE, route.place(), "Scope= is only for IPv4 routes; networkd ignores it");
        }
    }

    private int leasedFamily(EffectiveSettings route, Optional<Integer> written, String gateway) {
        if (gateway.equals("_dhcp")) {
            sink.add(Code.DEPRECATED, route.place(), "Gateway=_dhcp is deprecated in favour of _dhcp4 and _ipv6ra");
            return written.orElse(FOUR);
        }
        return gateway.equals("_dhcp4") ? FOUR : 128;
    }

    private boolean isLeased(NetworkState state, EffectiveSettings route, int family) {
        if (family == FOUR && !state.dhcp4()) {
            return refuse(route, "Gateway=_dhcp4 requires the DHCPv4 client, which is off");
        }
        return family == FOUR
                || state.advertisements()
                || refuse(route, "Gateway=_ipv6ra requires router advertisements, which are off");
    }

    private boolean agree(EffectiveSettings route, int family, Optional<Integer> hopFamily, boolean hasHop) {
        List<Assignment> multipath = route.all("MultiPathRoute");
        boolean fourPath = multipath.stream()
                .map(a -> a.value().split("[@ ]", 2)[0])
                .anyMatch(a -> Addresses.parse4(a) instanceof Parsed.Good);
        if (family != FOUR && hopFamily.filter(f -> f == FOUR).isPresent()) {
            return refuse(route, "an IPv6 route cannot have an IPv4 gateway");
        }
        if (family != FOUR && fourPath) {
            return refuse(route, "an IPv6 route cannot have IPv4 gateways");
        }
        boolean several = !multipath.isEmpty();
        if (route.has("NextHop") && (hasHop || several)) {
            return refuse(route, "NextHop= cannot be combined with Gateway= or MultiPathRoute=");
        }
        if (route.value("Type").filter(REJECT::contains).isPresent() && (hasHop || several)) {
            return refuse(route, "a route that rejects packets cannot have a gateway");
        }
        return !hasHop || !several || refuse(route, "Gateway= cannot be combined with MultiPathRoute=");
    }

    private boolean refuse(EffectiveSettings item, String reason) {
        sink.add(Code.SECTION_IGNORED, item.place(), reason + LEFT_OUT);
        return false;
    }

    private void nextHops(NetworkState state) {
        Map<String, Span> ids = new LinkedHashMap<>();
        for (EffectiveSettings hop : settings.each("NextHop")) {
            if (hop.isSpoiled() || !isGood(state, hop)) {
                continue;
            }
            String id = hop.value("Id").orElse("0");
            Optional<Span> before = id.equals("0") ? Optional.empty() : Optional.ofNullable(ids.put(id, hop.place()));
            if (before.isPresent()) {
                sink.add(
                        Code.SECTION_IGNORED,
                        before.get(),
                        "duplicate next hop " + id + ", overridden in line "
                                + hop.place().line() + "; networkd ignores this section");
            }
        }
    }

    /** Reports duplicate members of a group, which networkd ignores. */
    private void members(EffectiveSettings hop) {
        Set<String> before = new HashSet<>();
        for (Assignment line : hop.all("Group")) {
            List<String> ids = Stream.of(line.value().split("[ \t]+"))
                    .map(word -> word.split(":", 2)[0])
                    .distinct()
                    .toList();
            ids.stream()
                    .filter(before::contains)
                    .forEach(id -> sink.add(
                            Code.INVALID_LIST_ITEM, line.span(), "duplicate next hop " + id + " in the group"));
            before.addAll(ids);
        }
    }

    private boolean isGood(NetworkState state, EffectiveSettings hop) {
        Optional<Address> gateway =
                hop.value(GATEWAY).flatMap(v -> Addresses.parse(v).toOptional());
        Optional<Integer> written = hop.value("Family").map(f -> f.equals("ipv4") ? FOUR : 128);
        Optional<Integer> family = written.or(() -> gateway.map(Addresses::bits));
        boolean some = gateway.filter(a -> !Addresses.isNull(a)).isPresent();
        if (gateway.isPresent() && !family.equals(gateway.map(Addresses::bits))) {
            return refuse(hop, "Family= conflicts with the address family of Gateway=");
        }
        if (hop.has("Group") && (some || family.isPresent() || hop.isTrue("Blackhole") || hop.isTrue("OnLink"))) {
            return refuse(hop, "Group= cannot be combined with Gateway=, Family=, Blackhole= or OnLink=");
        }
        if (hop.isTrue("Blackhole") && (some || hop.isTrue("OnLink"))) {
            return refuse(hop, "Blackhole= cannot be combined with Gateway= or OnLink=");
        }
        if (some && !hop.has("OnLink") && state.addresses().isEmpty()) {
            sink.add(
                    Code.VALUE_CHANGED,
                    hop.place(),
                    "no static address is configured; networkd assumes that the gateway is on the link");
        }
        return true;
    }
}
