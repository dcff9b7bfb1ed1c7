package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.Command;
import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * bbc-apply under bad conditions: refused trees, kills, power cuts, changes during a run, broken workloads. A host ends
 * in the old tree or in the new one, whole, and all workloads run with the files of that tree.
 */
@Tag("oracle")
@ExtendWith({OracleRootExtension.class, LiveLedgerExtension.class})
class LiveHostApplyIT {
    private static final String TENANT = "tenants/red/tenant.bbc";
    private static final String INCOMING = "/var/lib/bitbuilder/incoming";

    /** Seconds after the start of an apply; together they reach from staging to the restart of the workload. */
    private static final List<Double> POWER_CUTS = List.of(0.2, 0.7, 1.2, 2.0, 4.0);

    @Test
    void endsInOneWholeTree(OracleRoot root, LiveLedger ledger, @TempDir Path folder) throws IOException {
        LiveFleet fleet = LiveFleet.in(folder);
        HostTree first = fleet.compile("first");
        fleet.edit(TENANT, "tasks  = 200", "tasks = 200; env { REVISION = \"2\" }");
        HostTree second = fleet.compile("second");
        fleet.edit(TENANT, "publish tcp 8080", "publish tcp 8081");
        HostTree port = fleet.compile("port");
        fleet.edit(TENANT, "publish tcp 8081", "publish tcp 8080");
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
            Run run = new Run(host, LiveChecks.of(host, ledger), ledger);
            run.applied(host.apply(first), first);
            run.sameTreeChangesNothing(first);
            run.refusesTreesThatAreNotItsOwn(first, second, foreign);
            run.revertsATreeWhoseFirewallFails(port, first);
            run.survivesAKill(first, second);
            run.takesATreeStagedMeanwhile(first, second);
            run.startsTheOthersBesideABrokenWorkload(broken, second);
            for (int at = 0; at < POWER_CUTS.size(); at++) {
                run.survivesAPowerCut(at % 2 == 0 ? first : second, at % 2 == 0 ? second : first, POWER_CUTS.get(at));
            }
        }
    }

    /** The steps; each asserts its result. */
    private record Run(LiveHost host, LiveChecks checks, LiveLedger ledger) {

        void applied(Command.Outcome outcome, HostTree tree) {
            ledger.equal("apply", tree.name() + ": " + outcome.output(), 0, outcome.exit());
            isWhole("after " + tree.name(), tree);
        }

        /** The tree of the merged /etc is one of those, and the workload has the files that this tree names. */
        void isWhole(String when, HostTree... possible) {
            String merged = host.exec("sed", "-n", "s/^  \"digest\": \"\\(.*\\)\"$/\\1/p", "/etc/bbc/tree.json");
            ledger.holds(
                    "whole",
                    when + ": /etc is one of the trees",
                    List.of(possible).stream().anyMatch(t -> digest(t).equals(merged)),
                    merged);
            ledger.equal("whole", when + ": files of the running workload", inputs("/etc/bbc/units"), runningInputs());
            ledger.equal(
                    "whole",
                    when + ": name servers on the gateways",
                    "2",
                    host.exec("sh", "-c", "ss -lunH 'sport = 53' | grep -c ' 10[.]'"));
            ledger.holds(
                    "whole",
                    when + ": the uplink has its address",
                    host.exec("ip", "-4", "-brief", "address", "show", "dev", "eth0")
                            .contains("192.0.2.10/24"),
                    "");
        }

        private static String digest(HostTree tree) {
            return JsonAnswer.parse(tree.text("bbc/tree.json")).text("digest");
        }

        private String inputs(String list) {
            return host.exec("awk", "$2 == \"systemd-nspawn@red.web.service\" { print $3 }", list);
        }

        /** Waits for a process: PID 1 may be about to start it. */
        private String runningInputs() {
            return host.exec("sh", "-c", """
                    for wait in $(seq 1 60); do
                      [ "$(systemctl is-active systemd-nspawn@red.web.service)" != active ] || break
                      sleep 0.5
                    done
                    pid=$(systemctl show --property=MainPID --value systemd-nspawn@red.web.service)
                    tr '\\0' '\\n' <"/proc/$pid/environ" | sed -n 's/^BBC_INPUTS=//p'""");
        }

        /** Nothing restarts, reloads or gets a new number. */
        void sameTreeChangesNothing(HostTree tree) {
            String before = activity();
            applied(host.apply(tree), tree);
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
            refused(current, "tree of host other", () -> host.stage(foreign));
            refused(current, "incomplete or changed tree", () -> {
                host.stage(next);
                host.exec("rm", "-r", INCOMING + "/etc/systemd/system/bbc-host.target.d");
            });
            refused(current, "incomplete or changed tree", () -> {
                host.stage(next);
                host.exec("ln", "-s", "/etc/shadow", INCOMING + "/etc/shadow");
            });
            refused(current, "format of the tree is 1", () -> {
                host.stage(next);
                host.exec("sed", "-i", "s/\"format\": 2/\"format\": 1/", INCOMING + "/etc/bbc/tree.json");
            });
            ledger.equal("refused", "activity of units when trees are refused", before, activity());
        }

        private void refused(HostTree current, String reason, Runnable staging) {
            staging.run();
            Command.Outcome outcome = host.applyIncoming();
            ledger.holds(
                    "refused", reason, outcome.exit() != 0 && outcome.output().contains(reason), outcome);
            isWhole("after a refusal: " + reason, current);
        }

        /** The accepted tree comes back whole, and so does its firewall. */
        void revertsATreeWhoseFirewallFails(HostTree next, HostTree current) {
            String table = checks.state().table("inet bbc");
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
            refused(current, "the staged tree is reverted", () -> host.stage(next));
            host.exec("umount", "/usr/sbin/nft");
            ledger.equal(
                    "whole", "firewall after a revert", table, checks.state().table("inet bbc"));
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
            isWhole("after a kill", former, next);
            // A folder of its owner alone must not lock networkd out.
            host.exec("chmod", "-R", "go=", INCOMING);
            applied(host.applyIncoming(), next);
        }

        void takesATreeStagedMeanwhile(HostTree first, HostTree second) {
            host.stage(first);
            host.exec("sh", "-c", """
                    systemctl start --no-block bbc-apply.service
                    for wait in $(seq 1 200); do [ ! -L /run/confexts/bbc ] || break; sleep 0.05; done""");
            host.stage(second);
            host.exec(
                    "sh", "-c", "while systemctl is-active bbc-apply.service | grep -q activating; do sleep 0.2; done");
            isWhole("after a change during the run", second);
        }

        /** The apply succeeds, names the workload, and the broken one starts ever more rarely. */
        void startsTheOthersBesideABrokenWorkload(HostTree broken, HostTree next) {
            applied(host.apply(broken), broken);
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
            int restarts = Integer.parseInt(checks.state().unit("systemd-nspawn@blue.broken.service", "NRestarts"));
            ledger.holds("neighbours", "a broken workload is restarted", restarts > 0, restarts);
            ledger.holds("neighbours", "its restarts are delayed", restarts < 10, restarts);
            applied(host.apply(next), next);
        }

        void survivesAPowerCut(HostTree next, HostTree former, double seconds) {
            host.stage(next);
            host.exec("systemctl", "start", "--no-block", "bbc-apply.service");
            host.exec("sleep", Double.toString(seconds));
            host.cut();
            host.start();
            isWhole("after a power cut at " + seconds + " s", next, former);
        }
    }
}
