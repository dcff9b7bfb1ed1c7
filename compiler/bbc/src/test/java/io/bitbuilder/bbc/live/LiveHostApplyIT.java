package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.Command;
import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * bbc-apply under bad conditions: refused trees, kills, power cuts, changes during a run, broken workloads. A host ends
 * in the old tree or in the new one, whole, and all workloads run with the files of that tree.
 */
@Order(1)
@Tag("oracle")
@ExtendWith({OracleRootExtension.class, LiveLedgerExtension.class})
class LiveHostApplyIT {
    private static final String TENANT = "tenants/red/tenant.bbc";
    private static final String INCOMING = "/var/lib/bitbuilder/incoming";

    /** Two of them before and after the rename that accepts the tree, the others at random moments of an apply. */
    private static final int POWER_CUTS = Integer.getInteger("bbc.live.cuts", 3);

    private static final long SEED = Long.getLong("bbc.seed", 262);

    @Test
    void endsInOneWholeTree(OracleRoot root, LiveLedger ledger, @TempDir Path folder) throws IOException {
        LiveFleet fleet = LiveFleet.in(folder);
        HostTree first = fleet.compile("first");
        fleet.edit(TENANT, "tasks = 200", "tasks = 200; env { REVISION = \"2\" }");
        HostTree second = fleet.compile("second");
        fleet.edit(TENANT, "publish tcp 8080", "publish tcp 8082");
        HostTree port = fleet.compile("port");
        fleet.edit(TENANT, "publish tcp 8082", "publish tcp 8080");
        fleet.edit(TENANT, "REVISION = \"2\"", "REVISION = \"3\"");
        fleet.edit(
                "tenants/blue/tenant.bbc",
                "container app {",
                "container broken { image = nothing; memory { limit = 128MiB } }\n  container app {");
        fleet.edit(
                "platform/platform.bbc",
                "defaults container",
                "image nothing { source = directory(\"/var/lib/machines/nothing\") }\n  defaults container");
        HostTree broken = fleet.compile("broken");
        fleet.edit("platform/platform.bbc", "host node {", "host other {");
        HostTree foreign = fleet.compile("foreign", "other");

        try (LiveHost host = LiveHost.of(root, first)) {
            host.start();
            Run run = new Run(host, new HostState(host), new Applying(host, ledger), ledger);
            run.applying().applied(host.apply(first), first);
            run.sameTreeChangesNothing(first);
            run.refusesTreesThatAreNotItsOwn(first, second, foreign);
            run.revertsATreeWhoseFirewallFails(port, first);
            run.survivesAKill(first, second);
            run.takesATreeStagedMeanwhile(first, second);
            run.appliesOnceAtATime(first);
            run.startsTheOthersBesideABrokenWorkload(broken, second);
            run.survivesPowerCuts(first, second);
        }
    }

    /** The steps; each asserts its result. */
    private record Run(LiveHost host, HostState state, Applying applying, LiveLedger ledger) {

        /** Nothing restarts, reloads or gets a new number. */
        void sameTreeChangesNothing(HostTree tree) {
            String before = activity();
            applying.applied(host.apply(tree), tree);
            ledger.equal("unchanged", "activity of units when the same tree is applied", before, activity());
        }

        private String activity() {
            return host.exec("sh", "-c", """
                    ls /var/lib/confexts/bbc.v
                    systemctl show --property=Id,InvocationID,StateChangeTimestampMonotonic 'systemd-nspawn@*' \\
                      'bbc-firewall@*' bbc-network.service bbc-host.target 'tenant-*' systemd-networkd.service
                    journalctl --no-pager -o cat -u systemd-networkd.service | grep -c Reload""");
        }

        void refusesTreesThatAreNotItsOwn(HostTree current, HostTree next, HostTree foreign) {
            String before = activity();
            applying.refused(current, "tree of host other", () -> host.stage(foreign));
            applying.refused(current, "incomplete or changed tree", () -> {
                host.stage(next);
                host.exec("rm", "-r", INCOMING + "/etc/systemd/system/bbc-host.target.d");
            });
            applying.refused(current, "incomplete or changed tree", () -> {
                host.stage(next);
                host.exec("ln", "-s", "/etc/shadow", INCOMING + "/etc/shadow");
            });
            applying.refused(current, "format of the tree is 1", () -> {
                host.stage(next);
                host.exec("sed", "-i", "s/\"format\": 2/\"format\": 1/", INCOMING + "/etc/bbc/tree.json");
            });
            ledger.equal("refused", "activity of units when trees are refused", before, activity());
        }

        /** The accepted tree comes back whole, and so does its firewall. */
        void revertsATreeWhoseFirewallFails(HostTree next, HostTree current) {
            String table = state.table("inet bbc");
            // Both attempts to load fail, not the check before; the revert works.
            host.write("/run/broken/nft", """
                    #!/bin/sh
                    case " $* " in
                      *" --check "*) ;;
                      *) [ ! -s /run/broken/fails ] || { sed -i 1d /run/broken/fails; exit 1; } ;;
                    esac
                    exec /run/broken/works "$@"
                    """);
            host.write("/run/broken/fails", "once\ntwice\n");
            host.exec("sh", "-ec", """
                    chmod +x /run/broken/nft
                    cp /usr/sbin/nft /run/broken/works
                    mount --bind /run/broken/nft /usr/sbin/nft""");
            applying.refused(current, "the staged tree is reverted", () -> host.stage(next));
            host.exec("umount", "/usr/sbin/nft");
            ledger.equal("whole", "firewall after a revert", table, state.table("inet bbc"));
        }

        /** The service reverts the staged tree; the next run applies it. */
        void survivesAKill(HostTree former, HostTree next) {
            host.stage(next);
            host.exec("sh", "-c", """
                    systemctl start --no-block bbc-apply.service
                    for wait in $(seq 1 200); do [ ! -L /run/confexts/bbc ] || break; sleep 0.05; done
                    sleep 0.5
                    systemctl kill --kill-whom=main --signal=KILL bbc-apply.service
                    while systemctl is-active bbc-apply.service | grep -q ing; do sleep 0.2; done""");
            applying.isWhole("after a kill", former, next);
            // A folder of its owner alone must not lock networkd out.
            host.exec("chmod", "-R", "go=", INCOMING);
            applying.applied(host.applyIncoming(), next);
        }

        void takesATreeStagedMeanwhile(HostTree first, HostTree second) {
            beginsToApply(first);
            host.stage(second);
            host.exec(
                    "sh", "-c", "while systemctl is-active bbc-apply.service | grep -q activating; do sleep 0.2; done");
            applying.isWhole("after a change during the run", second);
        }

        /** A second run, started by hand, waits for the lock. */
        void appliesOnceAtATime(HostTree next) {
            beginsToApply(next);
            Command.Outcome both = host.attempt("""
                    sh /etc/bbc/host/apply.sh || exit
                    while systemctl is-active bbc-apply.service | grep -q activating; do sleep 0.2; done
                    ! systemctl --quiet is-failed bbc-apply.service""");
            ledger.equal("whole", "two runs at the same time: " + both.output(), 0, both.exit());
            applying.isWhole("after two runs at the same time", next);
        }

        private void beginsToApply(HostTree tree) {
            host.stage(tree);
            host.exec("sh", "-c", """
                    systemctl start --no-block bbc-apply.service
                    for wait in $(seq 1 200); do [ ! -L /run/confexts/bbc ] || break; sleep 0.05; done""");
        }

        /** The apply succeeds, names the workload, and the broken one starts ever more rarely. */
        void startsTheOthersBesideABrokenWorkload(HostTree broken, HostTree next) {
            applying.applied(host.apply(broken), broken);
            host.exec("sh", "-c", """
                    for wait in $(seq 1 60); do
                      systemctl start bbc-status.service
                      ! grep -q '"converged": true' /run/bbc/status/red.json || break
                      sleep 1
                    done""");
            ledger.holds(
                    "neighbours",
                    "status of a tenant with a broken workload",
                    host.exec("cat", "/run/bbc/status/blue.json").contains("\"converged\": false"),
                    host.exec("cat", "/run/bbc/status/blue.json"));
            ledger.holds(
                    "neighbours",
                    "status of its neighbour",
                    host.exec("cat", "/run/bbc/status/red.json").contains("\"converged\": true"),
                    host.exec("cat", "/run/bbc/status/red.json"));
            host.exec("sleep", "10");
            int restarts = Integer.parseInt(state.unit("systemd-nspawn@blue.broken.service", "NRestarts"));
            ledger.holds("neighbours", "a broken workload is restarted", restarts > 0, restarts);
            ledger.holds("neighbours", "its restarts are delayed", restarts < 10, restarts);
            applying.applied(host.apply(next), next);
        }

        /** The host runs the second tree. */
        void survivesPowerCuts(HostTree first, HostTree second) {
            host.stage(first);
            long start = System.nanoTime();
            applying.applied(host.applyIncoming(), first);
            double length = (System.nanoTime() - start) / 1e9;
            HostTree current = cutAtTheRename("before", first, second);
            current = cutAtTheRename("after", current, second);
            Random random = new Random(SEED);
            StringBuilder moments = new StringBuilder("the rename, before and after it");
            for (int cut = 2; cut < POWER_CUTS; cut++) {
                double seconds = random.nextDouble() * length;
                HostTree next = current == first ? second : first;
                host.stage(next);
                host.exec("systemctl", "start", "--no-block", "bbc-apply.service");
                host.exec("sleep", "%.3f".formatted(seconds));
                host.cut();
                host.start();
                HostTree former = current;
                current = applying.isWhole("after a power cut at " + seconds + " s", next, former);
                moments.append(", %.3f s: %s tree".formatted(seconds, current == next ? "new" : "old"));
            }
            IO.println("power cuts: %d whole trees in an apply of %.1f s (seed %d): %s"
                    .formatted(POWER_CUTS, length, SEED, moments));
        }

        /**
         * Holds the apply before or after the rename that accepts the tree; the old one, or the new one, is in force.
         */
        private HostTree cutAtTheRename(String when, HostTree current, HostTree next) {
            host.write("/run/held/mv", """
                    #!/bin/sh
                    case $* in
                      *.staged/bbc\\ *)
                        [ %s = before ] || /run/held/works "$@"
                        touch /run/held/reached
                        exec sleep 600
                        ;;
                    esac
                    exec /run/held/works "$@"
                    """.formatted(when));
            host.exec("sh", "-ec", """
                    chmod +x /run/held/mv
                    cp /usr/bin/mv /run/held/works
                    mount --bind /run/held/mv /usr/bin/mv""");
            host.stage(next);
            host.exec("sh", "-ec", """
                    systemctl start --no-block bbc-apply.service
                    for wait in $(seq 1 600); do [ ! -e /run/held/reached ] || exit 0; sleep 0.1; done
                    exit 1""");
            host.cut();
            host.start();
            return applying.isWhole(
                    "after a power cut " + when + " the rename", when.equals("before") ? current : next);
        }
    }
}
