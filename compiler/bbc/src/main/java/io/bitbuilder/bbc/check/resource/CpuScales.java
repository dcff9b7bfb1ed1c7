package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/** Checks that a workload sets its CPU share in one scale only, {@code weight} or {@code shares}. */
public final class CpuScales implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> {
            if (workload.cpu().weight().isPresent() && workload.cpu().shares().isPresent()) {
                scope.report(Finding.of(
                                Code.CONFLICTING_CPU_WEIGHTS,
                                workload.at().span("cpu.shares"),
                                "conflicting cpu.weight and cpu.shares of " + CheckScope.title(tenant, workload))
                        .also(workload.at().span("cpu.weight"), "weight")
                        .why("both set CPUWeight=, in two scales: weight 100 is shares 1024")
                        .fix("keep `weight` and remove `shares`"));
            }
        });
    }
}
