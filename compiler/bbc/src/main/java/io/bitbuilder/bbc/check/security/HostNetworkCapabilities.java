package io.bitbuilder.bbc.check.security;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Container;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.WorkloadNetwork;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Checks that a container on the host's network adds no network capability: its user namespace does not own that
 * network, so the kernel would ignore the capability (user_namespaces(7)).
 */
public final class HostNetworkCapabilities implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachContainer((tenant, container) -> check(scope, tenant, container));
    }

    private static void check(CheckScope scope, Tenant tenant, Container container) {
        if (container.network() != WorkloadNetwork.HOST) {
            return;
        }
        SortedSet<String> useless = new TreeSet<>(container.security().capabilities());
        useless.removeIf(c -> !c.startsWith("CAP_NET_"));
        if (!useless.isEmpty()) {
            scope.report(Finding.of(
                            Code.HOST_NETWORK_CAPABILITIES,
                            container.at().span("security.capabilities", useless.first()),
                            "ignored capabilities of " + CheckScope.title(tenant, container)
                                    + " on the host's network: " + String.join(", ", useless))
                    .also(container.at().span("network"), "host network")
                    .why("the network belongs to the host's user namespace, where the container has no capabilities")
                    .fix("remove them, or give the container a network of the tenant"));
        }
    }
}
