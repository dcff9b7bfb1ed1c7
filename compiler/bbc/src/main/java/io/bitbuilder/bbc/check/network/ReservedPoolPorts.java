package io.bitbuilder.bbc.check.network;

import io.bitbuilder.bbc.check.kit.Check;
import io.bitbuilder.bbc.check.kit.CheckScope;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Pool;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.PortRange;

/** Checks that the pool of ports holds none of a host's own services. */
public final class ReservedPoolPorts implements Check {
    @Override
    public void run(CheckScope scope) {
        for (Pool pool : scope.platform().pools()) {
            if (pool.name().equals("ports")) {
                pool.range()
                        .ifPresent(range -> scope.platform().hosts().forEach(host -> check(scope, pool, range, host)));
            }
        }
    }

    private static void check(CheckScope scope, Pool pool, IntRange range, Host host) {
        for (PortRange reserved : host.reservedPorts()) {
            if (range.last() <= PortRange.MOST
                    && reserved.first() <= range.last()
                    && range.first() <= reserved.last()) {
                scope.report(Finding.of(
                                Code.POOL_HOLDS_RESERVED_PORTS,
                                pool.at().span("range"),
                                "pool ports " + range + " holds reserved port " + reserved + " of host " + host.name())
                        .why("a service of the host answers there, so bbc never allocates it")
                        .fix("write a range without it"));
            }
        }
    }
}
