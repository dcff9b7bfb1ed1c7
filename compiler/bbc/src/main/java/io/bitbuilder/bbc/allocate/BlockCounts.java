package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.ClaimLimit;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses tenants with far more networks or workloads than they may have, from their number alone: a program of a few
 * lines opens a hundred thousand blocks, and each would be evaluated, allocated and checked before it is refused.
 */
public final class BlockCounts {
    /** Blocks above the limit that are evaluated nevertheless, so that other mistakes of a tenant are found, too. */
    private static final long TOLERATED = 1000;

    private BlockCounts() {}

    /** Reports such tenants, and returns whether there is one: then nothing of the program should be evaluated. */
    public static boolean exceed(Program program, Findings findings) {
        TenantLimits limits = TenantLimits.of(program.platform());
        boolean any = false;
        for (Block tenant : program.tenants()) {
            any |= exceeds(tenant, tenant.blocks("network"), ClaimLimit.NETWORKS, limits, findings);
            List<Block> workloads = Stream.of("container", "machine")
                    .flatMap(kind -> tenant.blocks(kind).stream())
                    .toList();
            any |= exceeds(tenant, workloads, ClaimLimit.WORKLOADS, limits, findings);
        }
        return any;
    }

    private static boolean exceeds(
            Block tenant, List<Block> blocks, ClaimLimit limit, TenantLimits limits, Findings findings) {
        if (blocks.size() <= TOLERATED) {
            return false;
        }
        return limits.of(tenant.name(), limit)
                .filter(most -> blocks.size() > most.count() + TOLERATED)
                .map(most -> {
                    Block first = blocks.get((int) most.count());
                    findings.add(most.exceeded(tenant.name(), limit, blocks.size(), first.span()));
                    return true;
                })
                .orElse(false);
    }
}
