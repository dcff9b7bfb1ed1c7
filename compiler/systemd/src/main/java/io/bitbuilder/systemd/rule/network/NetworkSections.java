package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.value.Addresses;
import io.bitbuilder.systemd.value.Numbers;
import io.bitbuilder.systemd.value.TimeSpans;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Incomplete and duplicate sections of .network files (systemd.network(5)): neighbours, rules, labels, leases, prefixes
 * and more.
 */
final class NetworkSections {
    private static final String ADDRESS = "Address";
    private static final String PREFIX = "Prefix";
    private static final String FUNCTION = "VirtualFunction";
    private static final String GROUP = "MulticastGroupAddress";
    private static final BigInteger HALF_HOUR = BigInteger.valueOf(1800 * TimeSpans.SECOND);
    private static final BigInteger HOUR = BigInteger.valueOf(3600 * TimeSpans.SECOND);

    private final EffectiveSettings settings;
    private final FindingSink sink;

    NetworkSections(EffectiveSettings settings, FindingSink sink) {
        this.settings = settings;
        this.sink = sink;
    }

    /** Reports sections that networkd ignores; prefixes only count when the interface announces them. */
    void judge(boolean announces) {
        each("BridgeMDB", this::multicast);
        neighbours();
        each(
                "IPv6AddressLabel",
                label -> label.has(PREFIX) ? label.has("Label") ? "" : "missing Label=" : "missing Prefix=");
        each("RoutingPolicyRule", this::rule);
        functions(settings, sink, Numbers.UINT32_MAX);
        each(
                "DHCPServerStaticLease",
                lease ->
                        lease.has(ADDRESS) ? lease.has("MACAddress") ? "" : "missing MACAddress=" : "missing Address=");
        if (announces) {
            each("IPv6Prefix", this::prefix);
        }
    }

    /** Returns why networkd ignores a section; an empty string when it does not. */
    @FunctionalInterface
    private interface Reason {
        String of(EffectiveSettings section);
    }

    private void each(String name, Reason reason) {
        for (EffectiveSettings section : settings.each(name)) {
            String why = section.isSpoiled() ? "" : reason.of(section);
            if (!why.isEmpty()) {
                refuse(sink, section.place(), why);
            }
        }
    }

    private static void refuse(FindingSink sink, Span place, String why) {
        sink.add(Code.SECTION_IGNORED, place, why + "; systemd ignores the section");
    }

    private String multicast(EffectiveSettings entry) {
        Optional<String> group = entry.value(GROUP);
        if (group.isEmpty()) {
            return "missing " + GROUP + "=";
        }
        Optional<Address> address = Addresses.parse(group.get()).toOptional();
        if (address.isEmpty()) {
            boolean layer2 = (Integer.parseInt(group.get().split("[:.-]", 2)[0], 16)
                                    >> (group.get().contains(".") ? 8 : 0)
                            & 1)
                    == 1;
            return layer2 ? "" : GROUP + "= is not a multicast address";
        }
        return switch (address.get()) {
            case Address4(int bits) ->
                bits >>> 28 != 14
                        ? GROUP + "= is not a multicast address"
                        : bits >>> 8 == 0xe00000 ? GROUP + "= is a link-local multicast address" : "";
            case Address6(long high, long low) ->
                high >>> 56 != 0xff
                        ? GROUP + "= is not a multicast address"
                        : high == 0xff02L << 48 && low == 1 ? GROUP + "= is the all-nodes address" : "";
        };
    }

    private void neighbours() {
        Map<Address, Span> seen = new HashMap<>();
        each("Neighbor", neighbour -> {
            Optional<Address> address =
                    neighbour.value(ADDRESS).flatMap(v -> Addresses.parse(v).toOptional());
            if (address.isEmpty()) {
                return "missing Address=";
            }
            if (!neighbour.has("LinkLayerAddress", "MACAddress")) {
                return "missing LinkLayerAddress=";
            }
            Optional.ofNullable(seen.put(address.get(), neighbour.place()))
                    .ifPresent(before -> refuse(
                            sink,
                            before,
                            "duplicate neighbour address, overridden in line "
                                    + neighbour.place().line()));
            return "";
        });
    }

    private String rule(EffectiveSettings rule) {
        Optional<Integer> from = family(rule, "From");
        Optional<Integer> to = family(rule, "To");
        if (from.isPresent() && to.isPresent() && !from.equals(to)) {
            return "From= and To= have different address families";
        }
        String family = rule.value("Family").orElse("");
        int bits = from.or(() -> to).orElse(0);
        if (bits == 32 && (family.equals("ipv6") || family.equals("both"))
                || bits == 128 && (family.equals("ipv4") || family.equals("both"))) {
            return "Family= conflicts with the address family of From= and To=";
        }
        return jump(rule);
    }

    private String jump(EffectiveSettings rule) {
        Optional<Assignment> action = rule.last("Type", "GoTo");
        boolean jumps = action.filter(a -> a.key().equals("GoTo") || a.value().equals("goto"))
                .isPresent();
        Optional<Long> target = rule.number("GoTo");
        if (jumps && target.isEmpty()) {
            return "Type=goto requires GoTo=";
        }
        return jumps && rule.number("Priority").filter(p -> p >= target.get()).isPresent()
                ? "GoTo= must be greater than Priority="
                : "";
    }

    private static Optional<Integer> family(EffectiveSettings rule, String key) {
        return rule.value(key).flatMap(v -> Addresses.net(v).toOptional()).map(n -> Addresses.bits(n.address()));
    }

    /** Checks the virtual functions of a network card, whose numbers must be below their count. */
    static void functions(EffectiveSettings settings, FindingSink sink, long count) {
        Map<Long, Span> seen = new HashMap<>();
        for (EffectiveSettings section : settings.each("SR-IOV")) {
            Optional<Long> number = section.number(FUNCTION);
            if (section.isSpoiled()) {
                continue;
            }
            if (number.isEmpty()) {
                refuse(sink, section.place(), "missing " + FUNCTION + "=");
            } else if (number.get() >= count) {
                refuse(sink, section.place(), FUNCTION + "= must be less than SR-IOVVirtualFunctions=");
            } else {
                Optional.ofNullable(seen.put(number.get(), section.place()))
                        .ifPresent(before -> refuse(
                                sink,
                                before,
                                "duplicate virtual function, overridden in line "
                                        + section.place().line()));
            }
        }
    }

    private String prefix(EffectiveSettings section) {
        Optional<Addresses.Net> net =
                section.value(PREFIX).flatMap(v -> Addresses.net(v).toOptional());
        int length = net.map(n -> n.length().orElse(128)).orElse(0);
        if (net.isEmpty() || isNull(net.get().address(), length)) {
            return "Prefix= is missing or zero";
        }
        if (length < 3) {
            return "the length of Prefix= is out of range (3 to 128)";
        }
        return section.duration("PreferredLifetimeSec")
                                .orElse(HALF_HOUR)
                                .compareTo(section.duration("ValidLifetimeSec").orElse(HOUR))
                        > 0
                ? "PreferredLifetimeSec= exceeds ValidLifetimeSec="
                : "";
    }

    private static boolean isNull(Address address, int length) {
        return address instanceof Address6 six
                && (length >= 64
                        ? six.high() == 0 && (length == 128 ? six.low() : six.low() >>> 128 - length) == 0
                        : length == 0 || six.high() >>> 64 - length == 0);
    }
}
