package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Attachment;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.fleet.WorkloadNetwork;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/**
 * Checks that a published port is reachable: the workload has an IPv4 address on a network that the host forwards to.
 */
public final class PublishReachability implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachWorkload((tenant, workload) -> {
            boolean unknown = scope.partial() && workload.attach().isEmpty();
            boolean onHost = workload instanceof Container c && c.network() == WorkloadNetwork.HOST;
            if (!onHost
                    && !unknown
                    && !workload.publish().isEmpty()
                    && tenant.defaultRoute(workload).isEmpty()) {
                report(scope, tenant, workload);
            }
        });
    }

    private static void report(CheckScope scope, Tenant tenant, Workload workload) {
        Finding finding = Finding.of(
                Code.PUBLISHED_PORT_UNREACHABLE,
                workload.publish().getFirst().at().block().span(),
                CheckScope.title(tenant, workload)
                        + " publishes a port but has no IPv4 address on a network of mode nat or routed");
        for (Attachment attachment : workload.attach()) {
            finding = finding.also(
                    attachment.at().block().span(),
                    attachment.ipv4().address().isEmpty()
                            ? "no IPv4 address"
                            : "the host does not forward to a network of mode bridge");
        }
        scope.report(finding.why("the host forwards the port to the workload's address")
                .fix("attach it to a network of mode nat or routed, or remove `publish`"));
    }
}
