package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.NetworkMode;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Subnet4;
import java.util.HashSet;
import java.util.Set;

/** Checks that guests can send to the name servers of a network. */
public final class NameServers implements Check {
    @Override
    public void run(CheckScope scope) {
        scope.eachNetwork((tenant, network) -> network.dns().stream()
                .filter(address -> !isUsable(address))
                .forEach(address -> scope.report(Finding.of(
                                Code.UNUSABLE_NAME_SERVER,
                                network.at().span("dns", address),
                                "unusable name server " + address + " of " + CheckScope.title(tenant, network))
                        .why("the address is the guest itself, a group of hosts, or none")
                        .fix("write the address of a name server, such as 9.9.9.9"))));
        scope.fleet().tenants().forEach(tenant -> unreachable(scope, tenant));
    }

    /** Reports name servers outside of a bridge that leads nowhere, for guests without another way out. */
    private static void unreachable(CheckScope scope, Tenant tenant) {
        Set<String> confined = new HashSet<>();
        tenant.workloads()
                .filter(workload -> tenant.defaultRoute(workload).isEmpty())
                .flatMap(workload -> workload.attach().stream())
                .forEach(attachment -> confined.add(attachment.network()));
        for (Network network : tenant.networks()) {
            if (network.mode() == NetworkMode.BRIDGE && confined.contains(network.name())) {
                network.dns().stream()
                        .filter(address ->
                                isUsable(address) && !network.subnet().contains(address))
                        .forEach(address -> scope.report(Finding.of(
                                        Code.UNUSABLE_NAME_SERVER,
                                        network.at().span("dns", address),
                                        "unusable name server " + address + " of " + CheckScope.title(tenant, network)
                                                + ": it is outside of " + network.subnet())
                                .also(network.at().span("mode"), "nothing leaves the bridge")
                                .why("a network of mode bridge has no gateway, and a workload on it has no other way")
                                .fix("write `mode = nat`, or the address of a name server in " + network.subnet())));
            }
        }
    }

    /** Returns whether it is the address of one other host; clouds have name servers on link-local addresses. */
    private static boolean isUsable(Address4 address) {
        boolean linkLocal = address.bits() >>> 16 == (169 << 8 | 254);
        return linkLocal || !SpecialRanges.isSpecial(Subnet4.around(address, 32));
    }
}
