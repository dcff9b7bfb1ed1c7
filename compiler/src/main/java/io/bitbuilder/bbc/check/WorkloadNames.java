package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;

/** A container and a machine of one tenant have different names, as both become the machine {@code tenant.name}. */
final class WorkloadNames implements Check {
    @Override
    public void run(Scope scope) {
        for (Tenant tenant : scope.fleet().tenants()) {
            Once<String> once = new Once<>();
            tenant.workloads().forEach(w -> once.claim(w.name(), holder(tenant, w)));
            once.report(
                    scope,
                    Code.NAM202,
                    (name, holder) -> "tenant " + tenant.name() + " has two workloads of the name " + name,
                    "containers and machines share one space of names on a host: both would be machine " + tenant.name() + ".NAME",
                    "rename one of them");
        }
    }

    private static Holder holder(Tenant tenant, Workload workload) {
        return new Holder(tenant.name(), Scope.title(tenant, workload), workload.name(), workload.at().block().span());
    }
}
