package io.bitbuilder.bbc.live;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compiled examples on a host with systemd as PID 1, which finds them merged from the boot on; where there are offers
 * and joined networks, they hold.
 */
@Order(6)
@Tag("oracle")
@ExtendWith({OracleRootExtension.class, LiveLedgerExtension.class})
class LiveHostIT {

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "storage", "neighbours"})
    void theTreeIsInForceAfterBoot(String example, OracleRoot root, LiveLedger ledger) {
        HostTree tree = new Example(example).hosts().getFirst();
        try (LiveHost host = LiveHost.of(root, tree)) {
            host.put(tree.etc(), "/var/lib/confexts/bbc.v/bbc_1/etc");
            host.start();
            LiveChecks checks = LiveChecks.of(host, ledger);
            checks.isInForce(tree);
            if (Manifests.tenants(tree).size() > 1) {
                offersAndPeersAreTheOnlyWays(tree, checks, ledger);
            }
        }
    }

    /**
     * A consumed port is open in that direction, all ports between joined networks in both; every other path between
     * tenants is closed.
     */
    private static void offersAndPeersAreTheOnlyWays(HostTree tree, LiveChecks checks, LiveLedger ledger) {
        Isolation isolation = new Isolation(checks.state(), ledger);
        List<Isolation.Way> ways = Isolation.between(tree, 8443, 8444);
        List<Isolation.Way> offered = Isolation.offered(tree);
        List<Isolation.Way> joined = Isolation.joined(tree, 8443, 8444);
        List<Isolation.Way> open =
                Stream.concat(offered.stream(), joined.stream()).toList();
        ledger.holds(
                "isolation",
                "the example has an offer that is consumed, and networks that are joined",
                !offered.isEmpty() && !joined.isEmpty() && ways.containsAll(open),
                open);
        isolation.check(ways, open);
        isolation.names(tree);
        isolation.sources(tree);
        isolation.checkTheControl(tree, ways);
        isolation.check(ways, open);
    }
}
