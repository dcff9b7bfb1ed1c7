package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Subnet4;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rules for packets from guests through the uplink. The infrastructure is closed: link-local addresses, where clouds
 * offer credentials of the host, the link of the uplink, the other hosts, and the reserved ranges of the platform.
 */
final class EgressRules {
    private static final Subnet4 LINK_LOCAL = new Subnet4(new Address4(169 << 24 | 254 << 16), 16);

    private EgressRules() {}

    static List<NftRule> of(TenantOnHost onHost) {
        List<Network> networks = onHost.networks().stream()
                .filter(n -> n.mode() != NetworkMode.BRIDGE)
                .toList();
        if (networks.isEmpty()) {
            return List.of();
        }
        NftWord uplink = NftWord.iface(onHost.host().uplink());
        List<NftRule> rules = new ArrayList<>();
        networks.forEach(n -> rules.addAll(names(n, bridge(onHost, n), uplink)));
        Origin origin = onHost.host().at().of("uplink");
        rules.add(NftRule.of(origin, "oifname ? ip daddr { ? } counter drop", uplink, NftWord.list(closed(onHost))));
        // fd00:ec2::254 is the IPv6 address of 169.254.169.254 in one of the clouds.
        rules.add(NftRule.of(origin, "oifname ? ip6 daddr { fe80::/10, fd00:ec2::254 } counter drop", uplink));
        for (Network network : networks) {
            String pattern =
                    network.ipv6() ? "iifname ? oifname ? accept" : "iifname ? oifname ? meta nfproto ipv4 accept";
            rules.add(NftRule.of(network.at().of("mode"), pattern, bridge(onHost, network), uplink));
        }
        return rules;
    }

    private static NftWord bridge(TenantOnHost onHost, Network network) {
        return NftWord.iface(InterfaceNames.bridge(onHost.name(), network.name()));
    }

    /** Returns the rules for the name servers that a network names; they may be in a closed range. */
    private static List<NftRule> names(Network network, NftWord bridge, NftWord uplink) {
        return network.dns().stream()
                .flatMap(server -> Stream.of("udp", "tcp")
                        .map(proto -> NftRule.of(
                                network.at().of("dns"),
                                "iifname ? oifname ? ip daddr ? ? dport 53 accept",
                                bridge,
                                uplink,
                                NftWord.of(server),
                                NftWord.keyword(proto))))
                .toList();
    }

    /** Returns the closed ranges, without those inside another: nft refuses a set whose elements overlap. */
    private static List<Subnet4> closed(TenantOnHost onHost) {
        Host host = onHost.host();
        List<Subnet4> all = Stream.of(
                        Stream.of(LINK_LOCAL, host.address().subnet()),
                        onHost.fleet().platform().hosts().stream()
                                .filter(other -> !other.name().equals(host.name()))
                                .map(other -> Subnet4.around(other.address().address(), 32)),
                        onHost.fleet().platform().reserved().stream())
                .flatMap(s -> s)
                .distinct()
                .sorted()
                .toList();
        return all.stream()
                .filter(s -> all.stream().noneMatch(t -> t.prefix() < s.prefix() && t.overlaps(s)))
                .toList();
    }
}
