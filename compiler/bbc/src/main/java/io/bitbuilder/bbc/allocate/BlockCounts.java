package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.ClaimLimit;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses tenants with far more networks, workloads or agreements than they may have, from their number alone: a
 * program of a few lines opens a hundred thousand blocks, and each would be evaluated, allocated and checked before it
 * is refused. Agreements are of no pool, so that no later stage counts them: here each above the limit is an error.
 */
public final class BlockCounts {
    /** Blocks above the limit that are evaluated nevertheless, so that other mistakes of a tenant are found, too. */
    private static final long TOLERATED = 1000;

    private final TenantLimits limits;
    private final Findings findings;

    private BlockCounts(TenantLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** Reports such tenants, and returns whether there is one: then nothing of the program should be evaluated. */
    public static boolean exceed(Program program, Findings findings) {
        BlockCounts counts = new BlockCounts(TenantLimits.of(program.platform()), findings);
        boolean any = false;
        for (Block tenant : program.tenants()) {
            List<Block> networks = tenant.blocks("network");
            if (counts.exceeds(tenant, networks, ClaimLimit.NETWORKS, TOLERATED)) {
                any = true;
                continue;
            }
            any |= counts.exceeds(tenant, all(tenant, "container", "machine"), ClaimLimit.WORKLOADS, TOLERATED);
            List<Block> agreements = new ArrayList<>(all(tenant, "expose", "consume"));
            networks.forEach(network -> agreements.addAll(network.blocks("peer")));
            any |= counts.exceeds(tenant, agreements, ClaimLimit.AGREEMENTS, 0);
        }
        return any;
    }

    private static List<Block> all(Block tenant, String... members) {
        return Stream.of(members)
                .flatMap(member -> tenant.blocks(member).stream())
                .toList();
    }

    /**
     * Reports a tenant with more blocks than its limit and this number, and returns whether it has so many that none of
     * them should be evaluated.
     */
    private boolean exceeds(Block tenant, List<Block> blocks, ClaimLimit limit, long unreported) {
        if (blocks.size() <= unreported) {
            return false;
        }
        return limits.of(tenant.name(), limit)
                .filter(most -> blocks.size() > most.count() + unreported)
                .map(most -> {
                    Block first = blocks.get((int) most.count());
                    findings.add(most.exceeded(tenant.name(), limit, blocks.size(), first.span()));
                    return blocks.size() > most.count() + TOLERATED;
                })
                .orElse(false);
    }
}
