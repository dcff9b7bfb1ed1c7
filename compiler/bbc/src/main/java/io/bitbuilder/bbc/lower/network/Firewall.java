package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.NftBlock;
import io.bitbuilder.bbc.artefact.NftFile;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Firewall of a tenant on a host: chains that accept the allowed packets of its bridges and drop the rest, and chains
 * against forged addresses ({@link PortGuard}). The fixed tables of {@code base.nft} find the chain of a packet by its
 * interface, so that the cost of a packet does not depend on the number of tenants, and a tenant's rules never decide
 * about another's packets.
 */
public final class Firewall {
    private static final ArtefactKind KIND = ArtefactKind.of("firewall");

    private final TenantOnHost onHost;
    private final NftWord uplink;
    private final List<PublishedPort> published;

    private Firewall(TenantOnHost onHost) {
        this.onHost = onHost;
        this.uplink = NftWord.iface(onHost.host().uplink());
        this.published = PublishedPort.of(onHost);
    }

    /** Returns the file, or empty if the tenant has no network on the host. */
    public static Optional<Artefact> of(TenantOnHost onHost) {
        if (onHost.networks().isEmpty()) {
            return Optional.empty();
        }
        Firewall firewall = new Firewall(onHost);
        return Optional.of(new NftFile(
                onHost.etc("bbc/nft/" + TenantUnitNames.plain(onHost.name()) + ".nft"),
                KIND,
                onHost.banner(),
                List.of(
                        new NftFile.Table(NftWord.keyword("inet"), firewall.blocks()),
                        new NftFile.Table(NftWord.keyword("bridge"), PortGuard.chains(onHost))),
                firewall.elements()));
    }

    private List<NftBlock> blocks() {
        List<NftBlock> chains = new ArrayList<>(EgressRules.blocks(onHost));
        chains.add(NftBlock.chain(
                connections().text(),
                List.of(NftRule.of(limit(), "ct count over ? counter drop", NftWord.number(maximum())))));
        onHost.networks().forEach(n -> chains.add(NftBlock.chain(toHost(n).text(), toHostRules(n))));
        chains.add(NftBlock.chain(chain("from_guests").text(), fromGuests()));
        chains.add(NftBlock.chain(chain("to_guests").text(), toGuests()));
        chains.addAll(ConnectionRules.chains(onHost));
        chains.addAll(PeerRules.chains(onHost));
        chains.add(NftBlock.chain(chain("bridged").text(), bridged()));
        return chains;
    }

    private List<NftRule> elements() {
        List<NftRule> elements = new ArrayList<>();
        for (Network network : onHost.networks()) {
            elements.addAll(NetworkElements.of(
                    network,
                    bridge(network),
                    toHost(network),
                    chain("from_guests"),
                    chain("to_guests"),
                    chain("bridged")));
        }
        elements.addAll(PeerRules.elements(onHost));
        published.forEach(p -> elements.add(p.translation(onHost.host())));
        elements.addAll(PortGuard.elements(onHost));
        return elements;
    }

    /**
     * Returns the rule that refuses new connections beyond the tenant's maximum: the table of connections is that of
     * all tenants. A tenant counts those that its guests open and those that are opened to them.
     */
    private NftRule counted() {
        return NftRule.of(limit(), "jump ?", connections());
    }

    private NftWord connections() {
        return chain("connections");
    }

    private Optional<Admit> admit() {
        return onHost.fleet().platform().admit(onHost.name());
    }

    private Origin limit() {
        return admit().map(a -> a.at().of("connections")).orElse(onHost.origin());
    }

    private long maximum() {
        return admit().map(Admit::connections).orElse(Admit.CONNECTIONS);
    }

    private NftWord bridge(Network network) {
        return NftWord.iface(InterfaceNames.bridge(onHost.name(), network.name()));
    }

    private NftWord chain(String name) {
        return NftWord.identifier(TenantUnitNames.nftChain(onHost.name(), name));
    }

    private NftWord toHost(Network network) {
        return chain("host_" + TenantUnitNames.plain(InterfaceNames.bridge(onHost.name(), network.name())));
    }

    /** Returns the rules for guests to the host: DHCP, DNS, echo and neighbour discovery. */
    private List<NftRule> toHostRules(Network network) {
        Origin origin = network.at().block();
        NftWord gateway = NftWord.of(network.gateway());
        List<NftRule> rules = new ArrayList<>();
        rules.add(NftRule.of(origin, "ct state established,related accept"));
        rules.add(NftRule.of(origin, "udp sport 68 udp dport 67 accept"));
        Origin six = network.at().of("ipv6");
        if (network.ipv6()) {
            rules.add(NftRule.of(six, "icmpv6 type nd-neighbor-solicit accept"));
            rules.add(NftRule.of(six, "icmpv6 type nd-neighbor-advert accept"));
        }
        rules.add(counted());
        rules.add(NftRule.of(origin, "ip daddr ? icmp type echo-request accept", gateway));
        if (network.ipv6()) {
            rules.add(NftRule.of(six, "icmpv6 type echo-request accept"));
        }
        if (DnsServers.isOnGateway(network)) {
            Origin dns = network.at().of("dns");
            rules.add(NftRule.of(dns, "ip daddr ? udp dport 53 accept", gateway));
            rules.add(NftRule.of(dns, "ip daddr ? tcp dport 53 accept", gateway));
        }
        rules.add(NftRule.of(origin, "counter drop"));
        return rules;
    }

    private List<NftRule> fromGuests() {
        List<NftRule> rules = new ArrayList<>();
        rules.add(NftRule.of(onHost.origin(), "ct state established,related accept"));
        rules.addAll(withinBridges());
        rules.add(counted());
        rules.addAll(EgressRules.of(onHost));
        rules.add(NftRule.of(onHost.origin(), "ct status dnat accept"));
        rules.addAll(ConnectionRules.leaving(onHost));
        rules.addAll(PeerRules.leaving(onHost));
        rules.add(NftRule.of(onHost.origin(), "counter drop"));
        return rules;
    }

    /**
     * Returns the rules for packets that come back to their bridge, or never leave it but pass here by br_netfilter.
     */
    private List<NftRule> withinBridges() {
        return onHost.networks().stream()
                .map(n -> NftRule.of(n.at().block(), "iifname ? oifname ? accept", bridge(n), bridge(n)))
                .toList();
    }

    private List<NftRule> toGuests() {
        List<NftRule> rules = new ArrayList<>();
        rules.add(NftRule.of(onHost.origin(), "ct state established,related accept"));
        rules.addAll(withinBridges());
        rules.add(counted());
        for (Network network : onHost.networks()) {
            if (network.mode() == NetworkMode.ROUTED) {
                rules.add(NftRule.of(network.at().of("mode"), "iifname ? oifname ? accept", uplink, bridge(network)));
            }
        }
        // Several ports of the host may lead to one port of a guest.
        Set<List<NftWord>> accepted = new HashSet<>();
        published.stream()
                .map(PublishedPort::accept)
                .filter(rule -> accepted.add(rule.words()))
                .forEach(rules::add);
        rules.addAll(ConnectionRules.entering(onHost));
        rules.addAll(PeerRules.entering(onHost));
        rules.add(NftRule.of(onHost.origin(), "counter drop"));
        return rules;
    }

    /** Frames inside a bridge pass here too if the kernel has br_netfilter; they must not be translated. */
    private List<NftRule> bridged() {
        List<NftRule> rules = new ArrayList<>();
        for (Network network : onHost.networks()) {
            NftWord subnet = NftWord.of(network.subnet());
            rules.add(NftRule.of(
                    network.at().of("subnet"),
                    "iifname ? ip saddr ? ip daddr ? ip daddr != ? notrack",
                    bridge(network),
                    subnet,
                    subnet,
                    NftWord.of(network.gateway())));
            DefaultRoute.gateway6(network).ifPresent(gateway -> {
                NftWord subnet6 = NftWord.of(network.subnet6().orElseThrow());
                rules.add(NftRule.of(
                        network.at().of("subnet6"),
                        "iifname ? ip6 saddr ? ip6 daddr ? ip6 daddr != ? notrack",
                        bridge(network),
                        subnet6,
                        subnet6,
                        NftWord.of(gateway)));
            });
        }
        return rules;
    }
}
