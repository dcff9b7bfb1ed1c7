package io.bitbuilder.systemd.rule.tree;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.ValidValues;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Address pools of DHCP servers. systemd-networkd accepts the numbers silently and refuses them when the server starts:
 * the pool must begin at the offset, hold at least one address and end below the broadcast address.
 */
final class DhcpPoolRules {
    private DhcpPoolRules() {}

    static void judge(HostLinks links, FindingSink sink) {
        for (NetworkFile network : links.networks()) {
            EffectiveSettings server = network.settings().in("DHCPServer");
            if (network.settings().in("Network").isTrue("DHCPServer") && !server.has("RelayTarget")) {
                List<StaticAddress> addresses = StaticAddress.of(network).stream()
                        .filter(a -> a.isIpv4() && !a.isShared())
                        .toList();
                if (!server.has("ServerAddress") && !addresses.isEmpty()) {
                    pool(server, addresses.getFirst(), sink);
                    leases(network, addresses.getFirst(), sink);
                }
            }
        }
    }

    private static void pool(EffectiveSettings server, StaticAddress own, FindingSink sink) {
        long broadcast = own.last().subtract(own.first()).longValueExact();
        Optional<Assignment> offset = server.last("PoolOffset");
        Optional<Assignment> size = server.last("PoolSize");
        long first =
                Math.max(1, offset.flatMap(a -> ValidValues.number(a.value())).orElse(0L));
        long count = size.flatMap(a -> ValidValues.number(a.value())).orElse(0L);
        if (offset.isPresent() && first >= broadcast) {
            sink.add(refused(
                            offset.get(),
                            own,
                            "PoolOffset=" + first + " is out of range: the subnet has " + Math.max(0, broadcast - 1)
                                    + " addresses")
                    .fix("write an offset below " + broadcast));
        } else if (size.isPresent() && count > broadcast - first) {
            sink.add(refused(
                            size.get(),
                            own,
                            "PoolSize=" + count + " exceeds the subnet from offset " + first + ", which ends at "
                                    + (broadcast - 1))
                    .fix("write PoolSize=" + Math.max(0, broadcast - first) + " at most"));
        }
    }

    private static Finding refused(Assignment line, StaticAddress own, String reason) {
        return Finding.of(
                        Code.DHCP_SERVER_FAILS,
                        line.span(),
                        reason + "; the DHCP server does not start, and the link fails")
                .also(own.span(), "subnet of the server");
    }

    private static void leases(NetworkFile network, StaticAddress own, FindingSink sink) {
        Map<String, Assignment> clients = new HashMap<>();
        for (Assignment line : network.settings().in("DHCPServerStaticLease").accepted("MACAddress")) {
            Assignment other =
                    clients.putIfAbsent(line.value().toLowerCase(Locale.ROOT).replace('-', ':'), line);
            if (other != null && !line.value().isEmpty()) {
                sink.add(Finding.of(
                                Code.DHCP_SERVER_FAILS,
                                line.span(),
                                "duplicate lease for MAC address " + line.value()
                                        + "; the DHCP server does not start, and the link fails")
                        .also(other.span(), "first lease")
                        .fix("remove one of the [DHCPServerStaticLease] sections"));
            }
        }
        Map<Address, Assignment> given = new HashMap<>();
        for (Assignment line : network.settings().in("DHCPServerStaticLease").accepted("Address")) {
            Optional<Address> address = StaticAddress.address(line.value());
            if (address.isEmpty()) {
                continue;
            }
            Assignment other = given.putIfAbsent(address.get(), line);
            if (!own.contains(address.get())) {
                sink.add(Finding.of(
                                Code.DHCP_LEASE_OUT_OF_RANGE,
                                line.span(),
                                "lease of " + line.value() + " is outside the server's subnet")
                        .also(own.span(), "subnet of the server")
                        .fix("write an address of the subnet"));
            } else if (other != null) {
                sink.add(Finding.of(
                                Code.DHCP_SERVER_FAILS,
                                line.span(),
                                "duplicate lease of " + line.value()
                                        + "; the DHCP server does not start, and the link fails")
                        .also(other.span(), "first lease")
                        .fix("give each client its own address"));
            }
        }
    }
}
