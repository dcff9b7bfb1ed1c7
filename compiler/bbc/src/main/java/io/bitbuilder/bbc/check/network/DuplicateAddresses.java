package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.AttachedAddress;
import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.UniqueClaims;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.core.diagnostic.Code;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks that no two attachments of a network share an address. */
public final class DuplicateAddresses implements Check {
    @Override
    public void run(CheckScope scope) {
        SortedMap<String, UniqueClaims<String>> networks = new TreeMap<>();
        AttachedAddress.each(scope, a -> {
            String path = a.tenant().name() + "." + a.network().name();
            if (!a.isStandIn(scope, ClaimField.IPV4)) {
                a.attachment()
                        .ipv4()
                        .address()
                        .ifPresent(address -> networks.computeIfAbsent(path, n -> new UniqueClaims<>())
                                .claim(address.toString(), a.holder(ClaimField.IPV4, address.toString())));
            }
            if (!a.isStandIn(scope, ClaimField.IPV6)) {
                a.attachment()
                        .ipv6()
                        .address()
                        .ifPresent(address -> networks.computeIfAbsent(path, n -> new UniqueClaims<>())
                                .claim(address.toString(), a.holder(ClaimField.IPV6, address.toString())));
            }
        });
        networks.forEach((network, once) -> once.report(
                scope,
                Code.DUPLICATE_ADDRESS,
                (address, holder) -> "duplicate address " + address + " in network " + network,
                "packets for it can reach one guest only",
                "choose another address, or let bbc allocate one: `dhcp` or `static`"));
    }
}
