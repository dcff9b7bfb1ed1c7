package io.bitbuilder.bbc.lower.network;

import io.bitbuilder.bbc.artefact.NftBlock;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.TenantConnection;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Firewall rules between a tenant and other tenants. Both sides write the same rules, since the chains of each drop
 * packets that they do not know; replies pass as part of an established connection. A chain is named after the pair, so
 * that a diff of the file shows which tenant gains or loses access.
 */
final class ConnectionRules {
    private ConnectionRules() {}

    /** Returns the rules for packets to guests of this tenant. */
    static List<NftRule> entering(TenantOnHost onHost) {
        return onHost.incomingConnections().stream()
                .flatMap(p -> jumps(p, p.expose().at().block(), gives(p)).stream())
                .toList();
    }

    /** Returns the rules for packets from guests of this tenant. */
    static List<NftRule> leaving(TenantOnHost onHost) {
        return onHost.outgoingConnections().stream()
                .flatMap(p -> jumps(p, p.consume().at().block(), takes(p)).stream())
                .toList();
    }

    /** Returns the chains of both. */
    static List<NftBlock> chains(TenantOnHost onHost) {
        return Stream.concat(
                        onHost.incomingConnections().stream()
                                .map(p -> chain(p, p.expose().at().of("port"), gives(p))),
                        onHost.outgoingConnections().stream()
                                .map(p -> chain(p, p.consume().at().block(), takes(p))))
                .toList();
    }

    /** Names do not contain {@code __}, so it separates the parts of a chain's name. */
    private static String gives(TenantConnection connection) {
        return TenantUnitNames.nftChain(
                connection.provider().name(),
                "gives_" + TenantUnitNames.plain(connection.expose().name()) + "__to_"
                        + TenantUnitNames.plain(connection.consumer().name()));
    }

    private static String takes(TenantConnection connection) {
        return TenantUnitNames.nftChain(
                connection.consumer().name(),
                "takes_" + TenantUnitNames.plain(connection.expose().name()) + "__from_"
                        + TenantUnitNames.plain(connection.provider().name()));
    }

    /**
     * Returns the rules for the consumer's network, and for the address there of each workload whose default route is
     * elsewhere.
     */
    private static List<NftRule> jumps(TenantConnection connection, Origin origin, String chain) {
        NftWord to =
                bridge(connection.provider(), connection.into().orElseThrow().name());
        NftWord target = NftWord.identifier(chain);
        List<NftRule> rules = new ArrayList<>();
        rules.add(NftRule.of(
                origin,
                "iifname ? oifname ? jump ?",
                bridge(connection.consumer(), connection.from().name()),
                to,
                target));
        for (Workload workload : connection
                .consumer()
                .workloads()
                .filter(w -> w.hasAddressIn(connection.from().name()))
                .toList()) {
            connection
                    .consumer()
                    .defaultRoute(workload)
                    .filter(a -> !a.network().equals(connection.from().name()))
                    .ifPresent(a -> rules.add(NftRule.of(
                            origin,
                            "iifname ? ip saddr ? oifname ? jump ?",
                            bridge(connection.consumer(), a.network()),
                            address(a),
                            to,
                            target)));
        }
        return rules;
    }

    private static NftWord address(Attachment attachment) {
        return NftWord.of(attachment.ipv4().address().orElseThrow());
    }

    private static NftBlock chain(TenantConnection connection, Origin origin, String name) {
        NftWord proto =
                NftWord.keyword(connection.expose().port().proto().name().toLowerCase(Locale.ROOT));
        return NftBlock.chain(
                name,
                List.of(NftRule.of(
                        origin,
                        "ip daddr ? ? dport ? accept",
                        NftWord.of(connection.address().orElseThrow()),
                        proto,
                        NftWord.port(connection.expose().port().port()))));
    }

    private static NftWord bridge(Tenant tenant, String network) {
        return NftWord.iface(InterfaceNames.bridge(tenant.name(), network));
    }
}
