package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.check.kit.Claimant;
import io.bitbuilder.bbc.check.kit.UniqueClaims;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.core.diagnostic.Code;
import java.util.Comparator;

/** Checks that no two machines of a host share an AF_VSOCK address (vsock(7)). */
public final class DuplicateCids implements Check {
    /** AF_VSOCK address on a host. */
    private record Place(String host, long cid) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::host).thenComparingLong(Place::cid);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public void run(CheckScope scope) {
        UniqueClaims<Place> once = new UniqueClaims<>();
        scope.eachMachine((tenant, machine) -> {
            if (!scope.isStandIn(tenant, machine.name(), ClaimField.CID)
                    && !scope.isStandIn(tenant, machine.name(), ClaimField.PLACE)) {
                once.claim(
                        new Place(machine.place(), machine.cid()),
                        Claimant.of(
                                tenant,
                                CheckScope.title(tenant, machine),
                                machine.at().of("cid")));
            }
        });
        once.report(
                scope,
                Code.DUPLICATE_CID,
                (place, claimant) -> "duplicate vsock address " + place.cid + " on host " + place.host,
                "the host reaches a machine by its vsock address",
                "write `cid = auto`");
    }
}
