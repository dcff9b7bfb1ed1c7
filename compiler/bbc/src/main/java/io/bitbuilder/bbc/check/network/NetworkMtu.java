package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the MTU of a network, its own or that of its host: at most that of the uplink if the network leads out, at
 * least that of IPv6 if the network has IPv6 (RFC 8200, section 5).
 */
public final class NetworkMtu implements Check {
    private static final long SMALLEST6 = 1280;

    /**
     * MTU with the block that sets it.
     *
     * @param block that block as the user writes it
     */
    private record Mtu(long bytes, String block, Origins at) {}

    @Override
    public void run(CheckScope scope) {
        scope.fleet().tenants().forEach(tenant -> {
            Map<String, Host> hosts = hosts(scope, tenant);
            tenant.networks().forEach(network -> {
                Optional<Mtu> own = network.mtu().map(mtu -> new Mtu(mtu, "network " + network.name(), network.at()));
                Optional<Mtu> uplink = Optional.ofNullable(hosts.get(network.name()))
                        .map(host -> new Mtu(host.mtu(), "host " + host.name(), host.at()));
                if (network.ipv6()) {
                    own.or(() -> uplink)
                            .filter(mtu -> mtu.bytes < SMALLEST6)
                            .ifPresent(mtu -> scope.report(tooSmall(tenant, network, mtu)));
                }
                if (network.mode() != NetworkMode.BRIDGE && own.isPresent()) {
                    uplink.filter(mtu -> mtu.bytes < own.get().bytes)
                            .ifPresent(mtu -> scope.report(tooLarge(tenant, network, own.get(), mtu)));
                }
            });
        });
    }

    /** Returns the hosts of the networks that have workloads, by name; a network is on one host. */
    private static Map<String, Host> hosts(CheckScope scope, Tenant tenant) {
        Map<String, Host> hosts = new HashMap<>();
        tenant.workloads()
                .filter(workload -> !scope.isStandIn(tenant, workload.name(), ClaimField.PLACE))
                .forEach(workload -> scope.host(workload.place())
                        .ifPresent(host -> workload.attach().forEach(a -> hosts.putIfAbsent(a.network(), host))));
        return hosts;
    }

    private static Finding tooSmall(Tenant tenant, Network network, Mtu mtu) {
        return Finding.of(
                        Code.IPV6_MTU_TOO_SMALL,
                        network.at().span("ipv6"),
                        CheckScope.title(tenant, network) + " has IPv6, but its mtu " + mtu.bytes + " is below "
                                + SMALLEST6)
                .also(mtu.at.span("mtu"), "mtu of " + mtu.block)
                .why("systemd-networkd raises the MTU of a link with IPv6 to " + SMALLEST6 + ", the smallest of IPv6")
                .fix("write `mtu = " + SMALLEST6 + "` in " + mtu.block + ", or remove `ipv6 = true`");
    }

    private static Finding tooLarge(Tenant tenant, Network network, Mtu own, Mtu uplink) {
        return Finding.of(
                        Code.MTU_ABOVE_UPLINK,
                        own.at.span("mtu"),
                        "mtu " + own.bytes + " of " + CheckScope.title(tenant, network) + " exceeds mtu " + uplink.bytes
                                + " of " + uplink.block)
                .also(uplink.at.span("mtu"), "largest packet of the uplink")
                .why("guests would send larger packets than the uplink's link carries")
                .fix("write `mtu = " + uplink.bytes + "`; larger packets can stay in a network with `mode = bridge`");
    }
}
