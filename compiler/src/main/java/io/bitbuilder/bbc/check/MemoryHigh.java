package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.MemoryLimits;

/** {@code memory.high} is not above {@code memory.limit}: MemoryHigh= would have no effect (systemd.resource-control(5)). */
final class MemoryHigh implements Check {
    @Override
    public void run(Scope scope) {
        scope.eachWorkload((tenant, workload) -> {
            MemoryLimits memory = workload.memory();
            memory.high().filter(high -> high.compareTo(memory.limit()) > 0).ifPresent(high ->
                    scope.report(Finding.of(Code.RES107, workload.at().span("memory.high"),
                                    "memory.high of " + Scope.title(tenant, workload) + " is "
                                    + high + ", above its limit of " + memory.limit())
                            .also(workload.at().span("memory.limit"), "the limit")
                            .why("at the limit processes are killed, so a throttle above it is never reached")
                            .fix("write a share of the limit: `high = self.limit * 90%`")));
        });
    }
}
