package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.scalar.IntRange;

/**
 * Checks that a workload has 65536 aligned user ids in the range that systemd reserves for containers (UIDS-GIDS.md of
 * systemd).
 */
public final class UidRanges implements Check {
    /** From 8 to 28671 times 65536: {@code CONTAINER_UID_BASE_MIN} and {@code _MAX}. */
    public static final IntRange CONTAINERS = new IntRange(524288, 1879048191);

    private static final long LENGTH = 65536;

    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> {
            if (scope.isStandIn(tenant, workload.name(), ClaimField.UIDS)) {
                return;
            }
            IntRange uids = workload.uids();
            String title = CheckScope.title(tenant, workload);
            if (uids.size() != LENGTH || uids.first() % LENGTH != 0) {
                scope.report(Finding.of(
                                Code.INVALID_UID_RANGE,
                                workload.at().span("uids"),
                                "user id range " + uids + " of " + title + " is not an aligned block of 65536 ids")
                        .why("a guest has 65536 user ids, and systemd keeps ranges aligned to that")
                        .fix("write 65536 ids that begin at a multiple of 65536, or `auto`"));
            } else if (!CONTAINERS.contains(uids.first()) || !CONTAINERS.contains(uids.last())) {
                scope.report(Finding.of(
                                Code.UIDS_OUT_OF_RANGE,
                                workload.at().span("uids"),
                                "user ids " + uids + " of " + title + " are out of range " + CONTAINERS)
                        .why("systemd reserves that range for containers; other ids belong to users of the host")
                        .fix("write a range within " + CONTAINERS + ", or `auto`"));
            }
        });
    }
}
