package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.diagnostic.Code;
import java.util.SortedMap;
import java.util.TreeMap;

/** No two attachments of a network have one address. */
final class AddressesOnce implements Check {
    @Override
    public void run(Scope scope) {
        SortedMap<String, Once<String>> networks = new TreeMap<>();
        Addressed.each(scope, a -> {
            String path = a.tenant().name() + "." + a.network().name();
            if (!a.isStandIn(scope, ClaimField.IPV4)) {
                a.attachment().ipv4().address().ifPresent(address ->
                        networks.computeIfAbsent(path, n -> new Once<>()).claim(address.toString(), a.holder("ipv4", address.toString())));
            }
            if (!a.isStandIn(scope, ClaimField.IPV6)) {
                a.attachment().ipv6().address().ifPresent(address ->
                        networks.computeIfAbsent(path, n -> new Once<>()).claim(address.toString(), a.holder("ipv6", address.toString())));
            }
        });
        networks.forEach((network, once) -> once.report(
                scope,
                Code.ADR006,
                (address, holder) -> "address " + address + " is taken twice in network " + network,
                "packets for it can reach one guest only",
                "choose another address, or leave it to the compiler"));
    }
}
