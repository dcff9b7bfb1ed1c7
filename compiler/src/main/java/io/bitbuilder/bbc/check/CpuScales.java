package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;

/** Checks that a workload sets its CPU share in one scale only, {@code weight} or {@code shares}. */
final class CpuScales implements Check {
    @Override
    public void run(Scope scope) {
        scope.eachWorkload((tenant, workload) -> {
            if (workload.cpu().weight().isPresent() && workload.cpu().shares().isPresent()) {
                scope.report(Finding.of(Code.RES108, workload.at().span("cpu.shares"),
                                "conflicting cpu.weight and cpu.shares of " + Scope.title(tenant, workload))
                        .also(workload.at().span("cpu.weight"), "weight")
                        .why("both set CPUWeight=, in two scales: weight 100 is shares 1024")
                        .fix("keep `weight` and remove `shares`"));
            }
        });
    }
}
