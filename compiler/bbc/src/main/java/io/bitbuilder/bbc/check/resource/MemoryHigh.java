package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.MemoryLimits;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/**
 * Checks that {@code memory.high} does not exceed {@code memory.limit}: MemoryHigh= would have no effect
 * (systemd.resource-control(5)).
 */
public final class MemoryHigh implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> {
            MemoryLimits memory = workload.memory();
            memory.high()
                    .filter(high -> high.compareTo(memory.limit()) > 0)
                    .ifPresent(high -> scope.report(Finding.of(
                                    Code.MEMORY_HIGH_EXCEEDS_LIMIT,
                                    workload.at().span("memory.high"),
                                    "memory.high " + high + " of " + CheckScope.title(tenant, workload)
                                            + " exceeds its memory.limit " + memory.limit())
                            .also(workload.at().span("memory.limit"), "limit")
                            .why("at the limit processes are killed, so a throttle above it is never reached")
                            .fix("write a share of the limit: `high = self.limit * 90%`")));
        });
    }
}
