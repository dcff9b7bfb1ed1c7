package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.NftBlock;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.fleet.ClosedRanges;
import io.bitbuilder.bbc.fleet.Egress;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.net.SubnetSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Packets from guests through the uplink: one chain for each network that leads out, which ends in a drop. Its order is
 * that of {@link Egress}. Ranges are in named sets, because for each anonymous one the kernel reads the whole
 * transaction before it.
 */
final class EgressRules {
    private static final String CLOSED = "closed";

    private final TenantOnHost onHost;
    private final List<Network> networks;
    private final SubnetSet closed;

    private EgressRules(TenantOnHost onHost) {
        this.onHost = onHost;
        this.networks = onHost.networks().stream()
                .filter(n -> n.mode() != NetworkMode.BRIDGE)
                .toList();
        this.closed = SubnetSet.of(
                ClosedRanges.of(onHost.fleet().platform(), onHost.host()).keySet());
    }

    /** Returns the rules that lead to the chains. */
    static List<NftRule> of(TenantOnHost onHost) {
        EgressRules egress = new EgressRules(onHost);
        NftWord uplink = NftWord.iface(onHost.host().uplink());
        return egress.networks.stream()
                .map(n -> NftRule.of(
                        n.at().of("mode"),
                        "iifname ? oifname ? jump ?",
                        NftWord.iface(InterfaceNames.bridge(onHost.name(), n.name())),
                        uplink,
                        NftWord.identifier(egress.name("egress", n))))
                .toList();
    }

    /** Returns the chains and the sets of their ranges. */
    static List<NftBlock> blocks(TenantOnHost onHost) {
        EgressRules egress = new EgressRules(onHost);
        List<NftBlock> blocks = new ArrayList<>();
        if (!egress.networks.isEmpty()) {
            Origin uplink = onHost.host().at().of("uplink");
            blocks.add(NftBlock.set(uplink, egress.name(CLOSED + 4), egress.closed.four()));
            if (egress.networks.stream().anyMatch(Network::ipv6)) {
                blocks.add(NftBlock.set(uplink, egress.name(CLOSED + 6), egress.closed.six()));
            }
        }
        for (Network network : egress.networks) {
            blocks.addAll(egress.sets(network, "deny", network.egress().deny()));
            blocks.addAll(egress.sets(network, "allow", network.egress().allow()));
            blocks.add(NftBlock.chain(egress.name("egress", network), egress.rules(network)));
        }
        return blocks;
    }

    private List<NftRule> rules(Network network) {
        List<NftRule> rules = new ArrayList<>();
        rules.addAll(matches(network, "deny", network.egress().deny(), "counter drop"));
        rules.addAll(matches(network, "allow", network.egress().allow(), "accept"));
        rules.addAll(names(network));
        Origin uplink = onHost.host().at().of("uplink");
        rules.add(NftRule.of(uplink, "ip daddr ? counter drop", NftWord.set(name(CLOSED + 4))));
        if (network.ipv6()) {
            rules.add(NftRule.of(uplink, "ip6 daddr ? counter drop", NftWord.set(name(CLOSED + 6))));
        }
        Origin other = network.at().of("egress.default");
        if (network.egress().default_() == Egress.Default.ALLOW) {
            rules.add(NftRule.of(other, network.ipv6() ? "accept" : "meta nfproto ipv4 accept"));
        }
        rules.add(NftRule.of(other, "counter drop"));
        return rules;
    }

    private List<NftRule> matches(Network network, String field, Collection<Subnet> ranges, String verdict) {
        SubnetSet set = SubnetSet.of(ranges);
        Origin origin = network.at().of("egress." + field);
        List<NftRule> rules = new ArrayList<>();
        if (!set.four().isEmpty()) {
            rules.add(NftRule.of(origin, "ip daddr ? " + verdict, NftWord.set(name(field + 4, network))));
        }
        if (!set.six().isEmpty()) {
            rules.add(NftRule.of(origin, "ip6 daddr ? " + verdict, NftWord.set(name(field + 6, network))));
        }
        return rules;
    }

    private List<NftBlock> sets(Network network, String field, Collection<Subnet> ranges) {
        SubnetSet set = SubnetSet.of(ranges);
        Origin origin = network.at().of("egress." + field);
        List<NftBlock> blocks = new ArrayList<>();
        if (!set.four().isEmpty()) {
            blocks.add(NftBlock.set(origin, name(field + 4, network), set.four()));
        }
        if (!set.six().isEmpty()) {
            blocks.add(NftBlock.set(origin, name(field + 6, network), set.six()));
        }
        return blocks;
    }

    /** Returns the rules for the name servers that a network names; they may be in a closed range. */
    private static List<NftRule> names(Network network) {
        return network.dns().stream()
                .flatMap(server -> Stream.of("udp", "tcp")
                        .map(proto -> NftRule.of(
                                network.at().of("dns"),
                                "ip daddr ? ? dport 53 accept",
                                NftWord.of(server),
                                NftWord.keyword(proto))))
                .toList();
    }

    private String name(String part) {
        return TenantUnitNames.nftChain(onHost.name(), part);
    }

    private String name(String part, Network network) {
        return name(part + "_" + TenantUnitNames.plain(network.name()));
    }
}
