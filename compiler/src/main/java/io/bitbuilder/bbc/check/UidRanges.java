package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.value.IntRange;

/** Checks that a container has 65536 aligned user ids in the range that systemd reserves for containers (UIDS-GIDS.md of systemd). */
final class UidRanges implements Check {
    /** From 8 to 28671 times 65536: {@code CONTAINER_UID_BASE_MIN} and {@code _MAX}. */
    static final IntRange CONTAINERS = new IntRange(524288, 1879048191);

    private static final long LENGTH = 65536;

    @Override
    public void run(Scope scope) {
        scope.eachContainer((tenant, container) -> {
            if (scope.isStandIn(tenant, container.name(), ClaimField.UIDS)) {
                return;
            }
            IntRange uids = container.uids();
            String title = Scope.title(tenant, container);
            if (uids.size() != LENGTH || uids.first() % LENGTH != 0) {
                scope.report(Finding.of(Code.UID002, container.at().span("uids"),
                                "user id range " + uids + " of " + title + " is not an aligned block of 65536 ids")
                        .why("a guest has 65536 user ids, and systemd keeps ranges aligned to that")
                        .fix("write 65536 ids that begin at a multiple of 65536, or `auto`"));
            } else if (!CONTAINERS.contains(uids.first()) || !CONTAINERS.contains(uids.last())) {
                scope.report(Finding.of(Code.UID003, container.at().span("uids"),
                                "user ids " + uids + " of " + title + " are out of range " + CONTAINERS)
                        .why("systemd reserves that range for containers; other ids belong to users of the host")
                        .fix("write a range within " + CONTAINERS + ", or `auto`"));
            }
        });
    }
}
