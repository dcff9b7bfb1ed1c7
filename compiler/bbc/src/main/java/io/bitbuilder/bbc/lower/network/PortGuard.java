package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.NftChain;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Attachment.Assignment;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import java.util.ArrayList;
import java.util.List;

/** Chains of the bridge table: a guest's port accepts only frames with the MAC and the addresses of the guest. */
final class PortGuard {
    private PortGuard() {}

    static List<NftChain> chains(TenantOnHost onHost) {
        List<NftChain> guards = new ArrayList<>();
        List<NftRule> jumps = new ArrayList<>();
        for (Workload workload : onHost.workloads()) {
            if (TenantOnHost.isConnected(workload)) {
                for (Attachment attachment : workload.attach()) {
                    String port = InterfaceNames.port(onHost.name(), workload, attachment.name());
                    NftWord chain =
                            NftWord.identifier(InterfaceNames.guard(onHost.name(), workload, attachment.name()));
                    jumps.add(NftRule.of(attachment.at().block(), "iifname ? jump ?", NftWord.iface(port), chain));
                    guards.add(NftChain.of(chain.text(), rules(attachment)));
                }
            }
        }
        List<NftChain> chains = new ArrayList<>();
        chains.add(NftChain.base("prerouting", "filter", "prerouting", "dstnat", jumps));
        chains.addAll(guards);
        return chains;
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
            rules.add(NftRule.of(four, "arp saddr ip != { 0.0.0.0, ? } drop", ip));
            rules.add(NftRule.of(four, "ether type arp accept"));
            rules.add(NftRule.of(four, "ip saddr ? accept", ip));
            if (attachment.ipv4().assignment() == Assignment.DHCP) {
                rules.add(NftRule.of(four, "ip saddr 0.0.0.0 udp sport 68 udp dport 67 accept"));
            }
        });
        attachment.ipv6().address().ifPresent(address -> {
            Origin six = attachment.at().of("ipv6");
            rules.add(NftRule.of(six, "icmpv6 type nd-router-advert drop"));
            rules.add(NftRule.of(six, "ip6 saddr { fe80::/10, ? } accept", NftWord.of(address)));
            rules.add(NftRule.of(six, "ip6 saddr :: icmpv6 type nd-neighbor-solicit accept"));
        });
        rules.add(NftRule.of(origin, "drop"));
        return rules;
    }
}
