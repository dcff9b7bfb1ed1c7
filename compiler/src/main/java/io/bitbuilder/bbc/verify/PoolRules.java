package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.value.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a DHCP server is to give away. systemd-networkd reads the numbers without a word and refuses them when the server starts:
 * the pool begins at the offset, holds at least one address and ends below the broadcast address.
 */
final class PoolRules {
    private PoolRules() {}

    static void judge(Links links, Sink sink) {
        for (NetworkFile network : links.networks()) {
            EffectiveSettings server = network.settings().in("DHCPServer");
            if (network.settings().in("Network").isTrue("DHCPServer") && !server.has("RelayTarget")) {
                List<StaticAddress> addresses = StaticAddress.of(network).stream().filter(a -> a.isIpv4() && !a.isShared()).toList();
                if (!server.has("ServerAddress") && !addresses.isEmpty()) {
                    pool(server, addresses.getFirst(), sink);
                    leases(network, addresses.getFirst(), sink);
                }
            }
        }
    }

    private static void pool(EffectiveSettings server, StaticAddress own, Sink sink) {
        long broadcast = own.last().subtract(own.first()).longValueExact();
        Optional<Assignment> offset = server.last("PoolOffset");
        Optional<Assignment> size = server.last("PoolSize");
        long first = Math.max(1, offset.flatMap(a -> Values.number(a.value())).orElse(0L));
        long count = size.flatMap(a -> Values.number(a.value())).orElse(0L);
        if (offset.isPresent() && first >= broadcast) {
            sink.add(refused(offset.get(), own, "the pool begins at address " + first + " of a subnet that has " + Math.max(0, broadcast - 1))
                    .fix("write an offset below " + broadcast));
        } else if (size.isPresent() && count > broadcast - first) {
            sink.add(refused(size.get(), own, "a pool of " + count + " from offset " + first + " does not fit into the subnet, which ends at " + (broadcast - 1))
                    .fix("write PoolSize=" + Math.max(0, broadcast - first) + " at most"));
        }
    }

    private static Finding refused(Assignment line, StaticAddress own, String what) {
        return Finding.of(Code.SYS208, line.span(), what + "; the DHCP server does not start").also(own.span(), "the subnet");
    }

    private static void leases(NetworkFile network, StaticAddress own, Sink sink) {
        Map<Address, Assignment> given = new HashMap<>();
        for (Assignment line : network.settings().in("DHCPServerStaticLease").accepted("Address")) {
            Optional<Address> address = StaticAddress.address(line.value());
            if (address.isEmpty()) {
                continue;
            }
            Assignment other = given.putIfAbsent(address.get(), line);
            if (!own.contains(address.get())) {
                sink.add(Finding.of(Code.SYS208, line.span(), "the lease of " + line.value() + " lies outside of the subnet that the server is for")
                        .also(own.span(), "the subnet").fix("write an address of the subnet"));
            } else if (other != null) {
                sink.add(Finding.of(Code.SYS208, line.span(), "two leases give " + line.value() + " away")
                        .also(other.span(), "the other one").fix("give each client an address of its own"));
            }
        }
    }
}
