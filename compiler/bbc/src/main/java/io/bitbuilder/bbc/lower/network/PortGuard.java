package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.NftBlock;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Attachment.Assignment;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.core.net.Address6;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Chains of the bridge table: a guest's port accepts only frames with the MAC and the addresses of the guest. No rule
 * of a tenant has an anonymous set: for each, the kernel reads the whole transaction before it.
 */
final class PortGuard {
    private PortGuard() {}

    static List<NftBlock> chains(TenantOnHost onHost) {
        return each(
                onHost,
                (workload, attachment) ->
                        NftBlock.chain(chain(onHost, workload, attachment).text(), rules(attachment)));
    }

    /** Returns the elements of the map from port to chain, and of the set of ports that reflect frames. */
    static List<NftRule> elements(TenantOnHost onHost) {
        return each(onHost, (workload, attachment) -> elements(onHost, workload, attachment)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<NftRule> elements(TenantOnHost onHost, Workload workload, Attachment attachment) {
        NftWord port = NftWord.iface(InterfaceNames.port(onHost.name(), workload, attachment.name()));
        List<NftRule> elements = new ArrayList<>();
        elements.add(NftRule.of(
                attachment.at().block(),
                "add element bridge bbc ports { ? : jump ? }",
                port,
                chain(onHost, workload, attachment)));
        if (PortNetwork.isReflecting(onHost, workload, attachment)) {
            elements.add(NftRule.of(
                    workload.publish().getFirst().at().block(),
                    "add element bridge bbc reflecting { ? . ? }",
                    port,
                    port));
        }
        return elements;
    }

    private static <T> List<T> each(TenantOnHost onHost, BiFunction<Workload, Attachment, T> made) {
        return onHost.workloads().stream()
                .filter(TenantOnHost::isConnected)
                .flatMap(w -> w.attach().stream().map(a -> made.apply(w, a)))
                .toList();
    }

    private static NftWord chain(TenantOnHost onHost, Workload workload, Attachment attachment) {
        return NftWord.identifier(TenantUnitNames.nftChain(
                onHost.name(), InterfaceNames.guard(onHost.name(), workload, attachment.name())));
    }

    private static List<NftRule> rules(Attachment attachment) {
        Origin origin = attachment.at().block();
        NftWord mac = NftWord.of(attachment.mac());
        List<NftRule> rules = new ArrayList<>();
        rules.add(NftRule.of(origin, "ether saddr != ? drop", mac));
        rules.add(NftRule.of(origin, "udp sport 67 drop"));
        attachment.ipv4().address().ifPresent(address -> {
            Origin four = attachment.at().of("ipv4");
            NftWord ip = NftWord.of(address);
            rules.add(NftRule.of(four, "arp saddr ether != ? drop", mac));
            rules.add(NftRule.of(four, "arp saddr ip ? accept", ip));
            rules.add(NftRule.of(four, "arp saddr ip 0.0.0.0 accept"));
            rules.add(NftRule.of(four, "ip saddr ? accept", ip));
            if (attachment.ipv4().assignment() == Assignment.DHCP) {
                rules.add(NftRule.of(four, "ip saddr 0.0.0.0 udp sport 68 udp dport 67 accept"));
            }
        });
        attachment
                .ipv6()
                .address()
                .ifPresent(address -> rules.addAll(six(address, attachment.at().of("ipv6"))));
        rules.add(NftRule.of(origin, "counter drop"));
        return rules;
    }

    /**
     * Returns the rules for IPv6. A guest advertises its own address only (RFC 4861, section 4.4: the target is after
     * the first eight bytes; nft before 1.0.8 has no name for it). Link-local addresses are those that the guest chose.
     */
    private static List<NftRule> six(Address6 address, Origin origin) {
        NftWord own = NftWord.bits(address);
        return List.of(
                NftRule.of(origin, "icmpv6 type nd-router-advert drop"),
                NftRule.of(origin, "icmpv6 type nd-redirect drop"),
                NftRule.of(origin, "udp sport 547 drop"),
                NftRule.of(
                        origin, "icmpv6 type nd-neighbor-advert @th,64,10 != 0x3fa @th,64,128 != ? counter drop", own),
                NftRule.of(origin, "ip6 saddr ? accept", NftWord.of(address)),
                NftRule.of(origin, "ip6 saddr fe80::/10 accept"),
                NftRule.of(
                        origin,
                        "ip6 saddr :: icmpv6 type nd-neighbor-solicit @th,64,10 != 0x3fa @th,64,128 != ? counter drop",
                        own),
                NftRule.of(origin, "ip6 saddr :: icmpv6 type nd-neighbor-solicit accept"));
    }
}
