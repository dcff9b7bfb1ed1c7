package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;

/** A workload states its share of CPU in one scale, {@code weight} or {@code shares}. */
final class CpuScales implements Check {
    @Override
    public void run(Scope scope) {
        scope.eachWorkload((tenant, workload) -> {
            if (workload.cpu().weight().isPresent() && workload.cpu().shares().isPresent()) {
                scope.report(Finding.of(Code.RES108, workload.at().span("cpu.shares"),
                                Scope.title(tenant, workload) + " has both cpu.weight and cpu.shares")
                        .also(workload.at().span("cpu.weight"), "the weight")
                        .why("both become CPUWeight=, in two scales: weight 100 is shares 1024")
                        .fix("keep `weight` and remove `shares`"));
            }
        });
    }
}
