package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.literal.Addresses;
import io.bitbuilder.bbc.literal.Numbers;
import io.bitbuilder.bbc.literal.Spans;
import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.value.Address;
import io.bitbuilder.bbc.value.Address4;
import io.bitbuilder.bbc.value.Address6;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sections of .network files that lack something or repeat another (systemd.network(5)): neighbours, rules, labels, leases, prefixes and more. */
final class NetworkSections {
    private static final String ADDRESS = "Address";
    private static final String PREFIX = "Prefix";
    private static final String FUNCTION = "VirtualFunction";
    private static final String GROUP = "MulticastGroupAddress";
    private static final BigInteger HALF_HOUR = BigInteger.valueOf(1800 * Spans.SECOND);
    private static final BigInteger HOUR = BigInteger.valueOf(3600 * Spans.SECOND);

    private final EffectiveSettings settings;
    private final Sink sink;

    NetworkSections(EffectiveSettings settings, Sink sink) {
        this.settings = settings;
        this.sink = sink;
    }

    /** Says which sections are left out; prefixes count when the interface tells them to others. */
    void judge(boolean announces) {
        each("BridgeMDB", this::multicast);
        neighbours();
        each("IPv6AddressLabel", label -> label.has(PREFIX) ? label.has("Label") ? "" : "it has no Label=" : "it has no Prefix=");
        each("RoutingPolicyRule", this::rule);
        functions(settings, sink, Numbers.UINT32_MAX);
        each("DHCPServerStaticLease", lease -> lease.has(ADDRESS) ? lease.has("MACAddress") ? "" : "it has no MACAddress=" : "it has no Address=");
        if (announces) {
            each("IPv6Prefix", this::prefix);
        }
    }

    /** Says why a section is left out; an empty text when it is not. */
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

    private static void refuse(Sink sink, Span place, String why) {
        sink.add(Code.SYS007, place, why + "; systemd leaves out the section");
    }

    private String multicast(EffectiveSettings entry) {
        Optional<String> group = entry.value(GROUP);
        if (group.isEmpty()) {
            return "it has no " + GROUP + "=";
        }
        Optional<Address> address = Addresses.parse(group.get()).toOptional();
        if (address.isEmpty()) {
            boolean layer2 = (Integer.parseInt(group.get().split("[:.-]", 2)[0], 16) >> (group.get().contains(".") ? 8 : 0) & 1) == 1;
            return layer2 ? "" : GROUP + "= is not the address of a group";
        }
        return switch (address.get()) {
            case Address4(int bits) -> bits >>> 28 != 14 ? GROUP + "= is not for multicast" : bits >>> 8 == 0xe00000 ? GROUP + "= is for the local network alone" : "";
            case Address6(long high, long low) -> high >>> 56 != 0xff ? GROUP + "= is not for multicast"
                    : high == 0xff02L << 48 && low == 1 ? GROUP + "= is that of all nodes" : "";
        };
    }

    private void neighbours() {
        Map<Address, Span> seen = new HashMap<>();
        each("Neighbor", neighbour -> {
            Optional<Address> address = neighbour.value(ADDRESS).flatMap(v -> Addresses.parse(v).toOptional());
            if (address.isEmpty()) {
                return "it has no Address=";
            }
            if (!neighbour.has("LinkLayerAddress", "MACAddress")) {
                return "it has no LinkLayerAddress=";
            }
            Optional.ofNullable(seen.put(address.get(), neighbour.place())).ifPresent(before ->
                    refuse(sink, before, "the same address stands in line " + neighbour.place().line()));
            return "";
        });
    }

    private String rule(EffectiveSettings rule) {
        Optional<Integer> from = family(rule, "From");
        Optional<Integer> to = family(rule, "To");
        if (from.isPresent() && to.isPresent() && !from.equals(to)) {
            return "From= and To= are of different families";
        }
        String family = rule.value("Family").orElse("");
        int bits = from.or(() -> to).orElse(0);
        if (bits == 32 && (family.equals("ipv6") || family.equals("both")) || bits == 128 && (family.equals("ipv4") || family.equals("both"))) {
            return "Family= does not fit From= and To=";
        }
        return jump(rule);
    }

    private String jump(EffectiveSettings rule) {
        Optional<Assignment> action = rule.last("Type", "GoTo");
        boolean jumps = action.filter(a -> a.key().equals("GoTo") || a.value().equals("goto")).isPresent();
        Optional<Long> target = rule.number("GoTo");
        if (jumps && target.isEmpty()) {
            return "Type=goto has no GoTo=";
        }
        return jumps && rule.number("Priority").filter(p -> p >= target.get()).isPresent() ? "GoTo= must be above Priority=" : "";
    }

    private static Optional<Integer> family(EffectiveSettings rule, String key) {
        return rule.value(key).flatMap(v -> Addresses.net(v).toOptional()).map(n -> Addresses.bits(n.address()));
    }

    /** Virtual functions of a network card; a number that is not below the count of them is left out. */
    static void functions(EffectiveSettings settings, Sink sink, long count) {
        Map<Long, Span> seen = new HashMap<>();
        for (EffectiveSettings section : settings.each("SR-IOV")) {
            Optional<Long> number = section.number(FUNCTION);
            if (section.isSpoiled()) {
                continue;
            }
            if (number.isEmpty()) {
                refuse(sink, section.place(), "it has no " + FUNCTION + "=");
            } else if (number.get() >= count) {
                refuse(sink, section.place(), FUNCTION + "= is not below SR-IOVVirtualFunctions=");
            } else {
                Optional.ofNullable(seen.put(number.get(), section.place())).ifPresent(before ->
                        refuse(sink, before, "the same function stands in line " + section.place().line()));
            }
        }
    }

    private String prefix(EffectiveSettings section) {
        Optional<Addresses.Net> net = section.value(PREFIX).flatMap(v -> Addresses.net(v).toOptional());
        int length = net.map(n -> n.length().orElse(128)).orElse(0);
        if (net.isEmpty() || isNull(net.get().address(), length)) {
            return "it has no Prefix=, or that is all zero";
        }
        if (length < 3) {
            return "a prefix has 3 to 128 bits";
        }
        return section.duration("PreferredLifetimeSec").orElse(HALF_HOUR).compareTo(section.duration("ValidLifetimeSec").orElse(HOUR)) > 0
                ? "the preferred lifetime is longer than the valid one" : "";
    }

    private static boolean isNull(Address address, int length) {
        return address instanceof Address6 six && (length >= 64 ? six.high() == 0 && (length == 128 ? six.low() : six.low() >>> 128 - length) == 0
                : length == 0 || six.high() >>> 64 - length == 0);
    }
}
