package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.AttachedAddress;
import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.UniqueClaims;
import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.core.diagnostic.Code;
import java.util.Comparator;
import java.util.Optional;

/** Checks that no two attachments of a network share an address. */
public final class DuplicateAddresses implements Check {
    /** Address in a network. */
    private record Place(BlockPath network, String address) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::network).thenComparing(Place::address);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public void run(CheckScope scope) {
        UniqueClaims<Place> once = new UniqueClaims<>();
        AttachedAddress.each(scope, a -> {
            claim(scope, once, a, ClaimField.IPV4, a.attachment().ipv4().address());
            claim(scope, once, a, ClaimField.IPV6, a.attachment().ipv6().address());
        });
        once.report(
                scope,
                Code.DUPLICATE_ADDRESS,
                (place, claimant) -> "duplicate address " + place.address + " in network " + place.network.dotted(),
                "packets for it can reach one guest only",
                "choose another address, or let bbc allocate one: `dhcp` or `static`");
    }

    private static void claim(
            CheckScope scope, UniqueClaims<Place> once, AttachedAddress a, ClaimField field, Optional<?> address) {
        BlockPath network = new BlockPath(a.tenant().name(), a.network().name());
        if (!a.isStandIn(scope, field)) {
            address.ifPresent(of -> once.claim(new Place(network, of.toString()), a.claimant(field)));
        }
    }
}
