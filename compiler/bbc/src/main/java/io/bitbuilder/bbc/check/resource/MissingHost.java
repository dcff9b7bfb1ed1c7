package io.bitbuilder.bbc.check.resource;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;

/** Checks that a platform with workloads has a host. */
public final class MissingHost implements Check {
    @Override
    public void run(CheckScope scope) {
        boolean workloads = scope.fleet().tenants().stream()
                .flatMap(Tenant::workloads)
                .findAny()
                .isPresent();
        if (!workloads || scope.partial() || !scope.platform().hosts().isEmpty()) {
            return;
        }
        scope.report(Finding.of(
                        Code.MISSING_HOST,
                        scope.platform().at().block().span(),
                        "missing host in platform " + scope.platform().name() + ": its tenants have workloads")
                .why("every workload runs on a host of the platform")
                .fix("declare one: `host node-a { cpu = 8; memory = 16GiB; storage = 1TiB; uplink = \"eth0\"; "
                        + "address = 192.0.2.10/24 }`"));
    }
}
