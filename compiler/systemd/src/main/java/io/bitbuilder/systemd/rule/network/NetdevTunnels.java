package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.value.Addresses;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tunnels over IP (systemd.netdev(5), [Tunnel]). */
final class NetdevTunnels {
    private static final Set<String> OVER_FOUR = Set.of("vti", "ipip", "sit", "gre", "gretap", "erspan");

    private static final Set<String> OVER_SIX = Set.of("vti6", "ip6tnl", "ip6gre", "ip6gretap");

    private static final Map<String, Set<String>> MODES = Map.of(
            "ipip", Set.of("any", "ipip"),
            "sit", Set.of("any", "ipip", "ip6ip"),
            "ip6tnl", Set.of("any", "ipip6", "ip6ip6"));

    private static final Map<String, Integer> WORDS = Map.of(
            "ipv4_link_local", 32, "dhcp4", 32, "ipv6_link_local", 128, "dhcp6", 128, "slaac", 128, "dhcp_pd", 128);

    private NetdevTunnels() {}

    /**
     * Ends of a tunnel.
     *
     * @param family bits of their addresses, 0 when neither has one
     * @param word true when the local address is taken from the underlying interface
     */
    private record Ends(int family, boolean word) {}

    /** Returns true for kinds that the section [Tunnel] configures. */
    static boolean isTunnel(String kind) {
        return OVER_FOUR.contains(kind) || OVER_SIX.contains(kind);
    }

    /** Returns why networkd does not create the tunnel; an empty string when it does. */
    static String missing(NetdevRules.Device device) {
        EffectiveSettings own = device.own();
        Ends ends = ends(device);
        int family = ends.family();
        if (own.isTrue("External") && !device.kind().startsWith("vti")) {
            return "";
        }
        boolean four = OVER_FOUR.contains(device.kind());
        if (family != 0 && four != (family == 32)) {
            return "a tunnel of kind " + device.kind() + " requires IPv" + (four ? 4 : 6) + " addresses";
        }
        if (own.isTrue("FooOverUDP") && !own.has("FOUDestinationPort")) {
            return "FooOverUDP= requires FOUDestinationPort=";
        }
        if ((own.isTrue("Independent") || own.isTrue("AssignToLoopback")) && ends.word()) {
            return "an independent device requires an IP address in Local=";
        }
        if (own.isTrue("DiscoverPathMTU") && own.isTrue("IgnoreDontFragment")) {
            return "IgnoreDontFragment= cannot be combined with DiscoverPathMTU=";
        }
        Optional<String> mode = own.value("Mode");
        return mode.filter(m -> !MODES.getOrDefault(device.kind(), Set.of()).contains(m))
                .map(m -> "a tunnel of kind " + device.kind() + " does not support Mode=" + m)
                .orElse("");
    }

    /** Returns the family of both ends; a line that does not fit the one before it is ignored. */
    private static Ends ends(NetdevRules.Device device) {
        Optional<Integer> local = Optional.empty();
        Optional<Integer> remote = Optional.empty();
        boolean word = false;
        for (Assignment line : device.own().accepted("Local", "Remote")) {
            boolean isLocal = line.key().equals("Local");
            Optional<Integer> bits = bits(line.value());
            Optional<Integer> before = local.isPresent() ? local : remote;
            if (bits.isPresent() && before.isPresent() && !before.equals(bits)) {
                device.sink()
                        .add(
                                Code.INVALID_DIRECTIVE_VALUE,
                                line.span(),
                                "Local= and Remote= have different address families");
            } else if (isLocal) {
                local = bits;
                word = WORDS.containsKey(line.value());
            } else {
                remote = bits;
            }
        }
        return new Ends(local.orElse(remote.orElse(0)), word);
    }

    private static Optional<Integer> bits(String value) {
        Optional<Integer> word = Optional.ofNullable(WORDS.get(value));
        return word.isPresent()
                ? word
                : Addresses.parse(value)
                        .toOptional()
                        .filter(a -> !Addresses.isNull(a))
                        .map(Addresses::bits);
    }
}
