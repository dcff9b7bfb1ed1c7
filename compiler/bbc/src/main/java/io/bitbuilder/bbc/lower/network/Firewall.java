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

    private final TenantOnHost site;
    private final NftWord uplink;
    private final List<Published> published;

    private Firewall(TenantOnHost site) {
        this.site = site;
        this.uplink = NftWord.iface(site.host().uplink());
        this.published = site.workloads().stream()
                .flatMap(w -> published(site, w).stream())
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

    private static List<Published> published(TenantOnHost site, Workload workload) {
        return DefaultRoute.of(site, workload)
                .map(a -> workload.publish().stream()
                        .map(p -> new Published(p, a.ipv4().address().orElseThrow(), bridge(site, site.network(a))))
                        .toList())
                .orElse(List.of());
    }

    /** Returns the file, or empty if the tenant has no network on the host. */
    public static Optional<Artefact> of(TenantOnHost site) {
        if (site.networks().isEmpty()) {
            return Optional.empty();
        }
        NftWord name = NftWord.identifier(TenantUnitNames.nftTable(site.name()));
        Firewall firewall = new Firewall(site);
        return Optional.of(new NftFile(
                site.etc("bbc/nft/" + TenantUnitNames.plain(site.name()) + ".nft"),
                KIND,
                site.banner(),
                List.of(
                        new NftFile.Table(NftWord.keyword("inet"), name, firewall.chains()),
                        new NftFile.Table(NftWord.keyword("bridge"), name, PortGuard.chains(site)))));
    }

    private List<NftChain> chains() {
        List<NftChain> chains = new ArrayList<>();
        chains.add(NftChain.base(
                "input",
                "filter",
                "input",
                "filter",
                site.networks().stream()
                        .map(n -> NftRule.of(
                                n.at().block(), "iifname ? jump ?", bridge(site, n), NftWord.identifier(toHost(n))))
                        .toList()));
        site.networks().forEach(n -> chains.add(NftChain.of(toHost(n), toHostRules(n))));
        chains.add(NftChain.base("forward", "filter", "forward", "filter", forward()));
        chains.add(NftChain.of("from_guests", fromGuests()));
        chains.add(NftChain.of("to_guests", toGuests()));
        chains.addAll(ConnectionRules.chains(site));
        if (!published.isEmpty()) {
            chains.add(NftChain.base("prerouting", "nat", "prerouting", "dstnat", translations()));
            chains.add(NftChain.base("output", "nat", "output", "dstnat", translations()));
        }
        chains.add(NftChain.base("bridged", "filter", "prerouting", "raw", bridged()));
        return chains;
    }

    private static NftWord bridge(TenantOnHost site, Network network) {
        return NftWord.iface(InterfaceNames.bridge(site.name(), network.name()));
    }

    private String toHost(Network network) {
        return "host_" + TenantUnitNames.plain(InterfaceNames.bridge(site.name(), network.name()));
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
        for (Network network : site.networks()) {
            Origin origin = network.at().block();
            NftWord bridge = bridge(site, network);
            rules.add(NftRule.of(origin, "iifname ? oifname ? accept", bridge, bridge));
            rules.add(NftRule.of(origin, "iifname ? jump from_guests", bridge));
            rules.add(NftRule.of(origin, "oifname ? jump to_guests", bridge));
        }
        return rules;
    }

    private List<NftRule> fromGuests() {
        List<NftRule> rules = new ArrayList<>();
        rules.add(NftRule.of(site.origin(), "ct state established,related accept"));
        for (Network network : site.networks()) {
            if (network.mode() != NetworkMode.BRIDGE) {
                String pattern =
                        network.ipv6() ? "iifname ? oifname ? accept" : "iifname ? oifname ? meta nfproto ipv4 accept";
                rules.add(NftRule.of(network.at().of("mode"), pattern, bridge(site, network), uplink));
            }
        }
        rules.add(NftRule.of(site.origin(), "ct status dnat accept"));
        rules.addAll(ConnectionRules.leaving(site));
        rules.add(NftRule.of(site.origin(), "drop"));
        return rules;
    }

    private List<NftRule> toGuests() {
        List<NftRule> rules = new ArrayList<>();
        rules.add(NftRule.of(site.origin(), "ct state established,related accept"));
        for (Network network : site.networks()) {
            if (network.mode() == NetworkMode.ROUTED) {
                rules.add(NftRule.of(
                        network.at().of("mode"), "iifname ? oifname ? accept", uplink, bridge(site, network)));
            }
        }
        published.forEach(p -> rules.add(NftRule.of(
                p.origin(),
                "ct status dnat oifname ? ip daddr ? ? dport ? accept",
                p.bridge(),
                NftWord.of(p.to()),
                p.proto(),
                NftWord.port(p.publish().guest()))));
        rules.addAll(ConnectionRules.entering(site));
        rules.add(NftRule.of(site.origin(), "drop"));
        return rules;
    }

    private List<NftRule> translations() {
        NftWord host = NftWord.of(site.host().address().address());
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
        for (Network network : site.networks()) {
            NftWord subnet = NftWord.of(network.subnet());
            rules.add(NftRule.of(
                    network.at().of("subnet"),
                    "iifname ? ip saddr ? ip daddr ? ip daddr != ? notrack",
                    bridge(site, network),
                    subnet,
                    subnet,
                    NftWord.of(network.gateway())));
            DefaultRoute.gateway6(network).ifPresent(gateway -> {
                NftWord subnet6 = NftWord.of(network.subnet6().orElseThrow());
                rules.add(NftRule.of(
                        network.at().of("subnet6"),
                        "iifname ? ip6 saddr ? ip6 daddr ? ip6 daddr != ? notrack",
                        bridge(site, network),
                        subnet6,
                        subnet6,
                        NftWord.of(gateway)));
            });
        }
        return rules;
    }
}
