package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.MemoryLimits;

/** Checks that {@code memory.high} does not exceed {@code memory.limit}: MemoryHigh= would have no effect (systemd.resource-control(5)). */
final class MemoryHigh implements Check {
    @Override
    public void run(Scope scope) {
        scope.eachWorkload((tenant, workload) -> {
            MemoryLimits memory = workload.memory();
            memory.high().filter(high -> high.compareTo(memory.limit()) > 0).ifPresent(high ->
                    scope.report(Finding.of(Code.RES107, workload.at().span("memory.high"),
                                    "memory.high " + high + " of " + Scope.title(tenant, workload)
                                    + " exceeds its memory.limit " + memory.limit())
                            .also(workload.at().span("memory.limit"), "limit")
                            .why("at the limit processes are killed, so a throttle above it is never reached")
                            .fix("write a share of the limit: `high = self.limit * 90%`")));
        });
    }
}
