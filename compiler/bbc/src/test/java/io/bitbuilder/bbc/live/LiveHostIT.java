package io.bitbuilder.bbc.live;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.systemd.oracle.Command;
import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
    void theTreeIsInForceAfterBoot(String example, OracleRoot root, LiveLedger ledger, @TempDir Path folder)
            throws IOException {
        HostTree tree = new Example(example).hosts().getFirst();
        try (LiveHost host = LiveHost.of(root, tree)) {
            host.put(tree.etc(), "/var/lib/confexts/bbc.v/bbc_1/etc");
            host.start();
            LiveChecks checks = LiveChecks.of(host, ledger);
            checks.isInForce(tree);
            if (Manifests.tenants(tree).size() > 1) {
                offersAndPeersAreTheOnlyWays(tree, checks, ledger);
                oneSideEndsAPeering(LiveFleet.in(folder, "examples/" + example), tree, checks, ledger);
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

    /** A tree without the {@code peer} of one side closes the ways between the networks; no workload restarts. */
    private static void oneSideEndsAPeering(LiveFleet fleet, HostTree tree, LiveChecks checks, LiveLedger ledger) {
        fleet.edit("tenants/globex/tenant.bbc", "network lab { peer acme.trial { } }", "network lab { }");
        HostTree next = fleet.compile("alone", "node-a");
        Isolation isolation = new Isolation(checks.state(), ledger);
        List<Isolation.Way> joined = Isolation.joined(tree, 8443, 8444);
        String leader = checks.state().leader("acme.probe");
        Command.Outcome outcome = checks.state().host().apply(next);
        ledger.equal("isolation", "apply without a peer: " + outcome.output(), 0, outcome.exit());
        isolation.check(joined, List.of());
        ledger.equal("isolation", "acme.probe runs on", leader, checks.state().leader("acme.probe"));
    }
}
