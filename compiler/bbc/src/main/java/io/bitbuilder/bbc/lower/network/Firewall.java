package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.NftChain;
import io.bitbuilder.bbc.artefact.NftFile;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Publish;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.core.net.Address4;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Firewall of a tenant on a host: an inet table that accepts the allowed packets of its bridges and drops the rest, and
 * a bridge table against forged addresses ({@link PortGuard}). Base chains accept by policy and match the tenant's own
 * interfaces only, so that a tenant's table never decides about another's packets.
 */
public final class Firewall {
    private static final ArtefactKind KIND = ArtefactKind.of("firewall");

    private final TenantOnHost onHost;
    private final NftWord uplink;
    private final List<Published> published;

    private Firewall(TenantOnHost onHost) {
        this.onHost = onHost;
        this.uplink = NftWord.iface(onHost.host().uplink());
        this.published = onHost.workloads().stream()
                .flatMap(w -> published(onHost, w).stream())
                .toList();
    }

    /** Published port with its target address and bridge. */
    private record Published(Publish publish, Address4 to, NftWord bridge) {
        NftWord proto() {
            return NftWord.keyword(publish.proto().name().toLowerCase(Locale.ROOT));
        }

        Origin origin() {
            return publish.at().block();
        }
    }

    private static List<Published> published(TenantOnHost onHost, Workload workload) {
        return DefaultRoute.of(onHost, workload)
                .map(a -> workload.publish().stream()
                        .map(p -> new Published(p, a.ipv4().address().orElseThrow(), bridge(onHost, onHost.network(a))))
                        .toList())
                .orElse(List.of());
    }

    /** Returns the file, or empty if the tenant has no network on the host. */
    public static Optional<Artefact> of(TenantOnHost onHost) {
        if (onHost.networks().isEmpty()) {
            return Optional.empty();
        }
        NftWord name = NftWord.identifier(TenantUnitNames.nftTable(onHost.name()));
        Firewall firewall = new Firewall(onHost);
        return Optional.of(new NftFile(
                onHost.etc("bbc/nft/" + TenantUnitNames.plain(onHost.name()) + ".nft"),
                KIND,
                onHost.banner(),
                List.of(
                        new NftFile.Table(NftWord.keyword("inet"), name, firewall.chains()),
                        new NftFile.Table(NftWord.keyword("bridge"), name, PortGuard.chains(onHost)))));
    }

    private List<NftChain> chains() {
        List<NftChain> chains = new ArrayList<>();
        chains.add(NftChain.base(
                "input",
                "filter",
                "input",
                "filter",
                onHost.networks().stream()
                        .map(n -> NftRule.of(
                                n.at().block(), "iifname ? jump ?", bridge(onHost, n), NftWord.identifier(toHost(n))))
                        .toList()));
        onHost.networks().forEach(n -> chains.add(NftChain.of(toHost(n), toHostRules(n))));
        chains.add(NftChain.base("forward", "filter", "forward", "filter", forward()));
        chains.add(NftChain.of("from_guests", fromGuests()));
        chains.add(NftChain.of("to_guests", toGuests()));
        chains.addAll(ConnectionRules.chains(onHost));
        if (!published.isEmpty()) {
            chains.add(NftChain.base("prerouting", "nat", "prerouting", "dstnat", translations()));
            chains.add(NftChain.base("output", "nat", "output", "dstnat", translations()));
        }
        chains.add(NftChain.base("bridged", "filter", "prerouting", "raw", bridged()));
        return chains;
    }

    private static NftWord bridge(TenantOnHost onHost, Network network) {
        return NftWord.iface(InterfaceNames.bridge(onHost.name(), network.name()));
    }

    private String toHost(Network network) {
        return "host_" + TenantUnitNames.plain(InterfaceNames.bridge(onHost.name(), network.name()));
    }

    /** Returns the rules for guests to the host: DHCP, DNS, echo and neighbour discovery. */
    private List<NftRule> toHostRules(Network network) {
        Origin origin = network.at().block();
        NftWord gateway = NftWord.of(network.gateway());
        List<NftRule> rules = new ArrayList<>();
        rules.add(NftRule.of(origin, "ct state established,related accept"));
        rules.add(NftRule.of(origin, "udp sport 68 udp dport 67 accept"));
        rules.add(NftRule.of(origin, "ip daddr ? icmp type echo-request accept", gateway));
        if (DnsServers.isOnGateway(network)) {
            Origin dns = network.at().of("dns");
            rules.add(NftRule.of(dns, "ip daddr ? udp dport 53 accept", gateway));
            rules.add(NftRule.of(dns, "ip daddr ? tcp dport 53 accept", gateway));
        }
        if (network.ipv6()) {
            rules.add(NftRule.of(
                    network.at().of("ipv6"),
                    "icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert, echo-request } accept"));
        }
        rules.add(NftRule.of(origin, "drop"));
        return rules;
    }

    private List<NftRule> forward() {
        List<NftRule> rules = new ArrayList<>();
        for (Network network : onHost.networks()) {
            Origin origin = network.at().block();
            NftWord bridge = bridge(onHost, network);
            rules.add(NftRule.of(origin, "iifname ? oifname ? accept", bridge, bridge));
            rules.add(NftRule.of(origin, "iifname ? jump from_guests", bridge));
            rules.add(NftRule.of(origin, "oifname ? jump to_guests", bridge));
        }
        return rules;
    }

    private List<NftRule> fromGuests() {
        List<NftRule> rules = new ArrayList<>();
        rules.add(NftRule.of(onHost.origin(), "ct state established,related accept"));
        for (Network network : onHost.networks()) {
            if (network.mode() != NetworkMode.BRIDGE) {
                String pattern =
                        network.ipv6() ? "iifname ? oifname ? accept" : "iifname ? oifname ? meta nfproto ipv4 accept";
                rules.add(NftRule.of(network.at().of("mode"), pattern, bridge(onHost, network), uplink));
            }
        }
        rules.add(NftRule.of(onHost.origin(), "ct status dnat accept"));
        rules.addAll(ConnectionRules.leaving(onHost));
        rules.add(NftRule.of(onHost.origin(), "drop"));
        return rules;
    }

    private List<NftRule> toGuests() {
        List<NftRule> rules = new ArrayList<>();
        rules.add(NftRule.of(onHost.origin(), "ct state established,related accept"));
        for (Network network : onHost.networks()) {
            if (network.mode() == NetworkMode.ROUTED) {
                rules.add(NftRule.of(
                        network.at().of("mode"), "iifname ? oifname ? accept", uplink, bridge(onHost, network)));
            }
        }
        published.forEach(p -> rules.add(NftRule.of(
                p.origin(),
                "ct status dnat oifname ? ip daddr ? ? dport ? accept",
                p.bridge(),
                NftWord.of(p.to()),
                p.proto(),
                NftWord.port(p.publish().guest()))));
        rules.addAll(ConnectionRules.entering(onHost));
        rules.add(NftRule.of(onHost.origin(), "drop"));
        return rules;
    }

    private List<NftRule> translations() {
        NftWord host = NftWord.of(onHost.host().address().address());
        return published.stream()
                .map(p -> NftRule.of(
                        p.origin(),
                        "ip daddr ? ? dport ? dnat ip to ?",
                        host,
                        p.proto(),
                        NftWord.port(p.publish().host()),
                        NftWord.target(p.to(), p.publish().guest())))
                .toList();
    }

    /** Frames inside a bridge pass here too if the kernel has br_netfilter; they must not be translated. */
    private List<NftRule> bridged() {
        List<NftRule> rules = new ArrayList<>();
        for (Network network : onHost.networks()) {
            NftWord subnet = NftWord.of(network.subnet());
            rules.add(NftRule.of(
                    network.at().of("subnet"),
                    "iifname ? ip saddr ? ip daddr ? ip daddr != ? notrack",
                    bridge(onHost, network),
                    subnet,
                    subnet,
                    NftWord.of(network.gateway())));
            DefaultRoute.gateway6(network).ifPresent(gateway -> {
                NftWord subnet6 = NftWord.of(network.subnet6().orElseThrow());
                rules.add(NftRule.of(
                        network.at().of("subnet6"),
                        "iifname ? ip6 saddr ? ip6 daddr ? ip6 daddr != ? notrack",
                        bridge(onHost, network),
                        subnet6,
                        subnet6,
                        NftWord.of(gateway)));
            });
        }
        return rules;
    }
}
