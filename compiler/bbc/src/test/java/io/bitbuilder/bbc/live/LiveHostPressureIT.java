package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.Command;
import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host under pressure: workloads that never stay up, a guest that floods its console, file systems without space. Its
 * store of trees, its folder of tenants and its /run are small.
 */
@Order(2)
@Tag("oracle")
@Tag("nightly")
@ExtendWith({OracleRootExtension.class, LiveLedgerExtension.class})
class LiveHostPressureIT {
    private static final String RED = "tenants/red/tenant.bbc";
    private static final String BLUE = "tenants/blue/tenant.bbc";
    private static final String VOLUME = "volume data { size = 32MiB; mount = \"/srv/data\" }";
    private static final String BROKEN = "systemd-nspawn@blue.broken.service";
    private static final String OFF = "systemd-nspawn@blue.off.service";

    @Test
    void theOthersNoticeNothing(OracleRoot root, LiveLedger ledger, @TempDir Path folder) throws IOException {
        LiveFleet fleet = LiveFleet.in(folder);
        HostTree calm = fleet.compile("calm");
        fleet.edit(RED, "tasks = 200", "tasks = 200; env { REVISION = \"2\" }");
        fleet.edit(RED, "publish tcp 8080", "publish tcp 8082");
        HostTree next = fleet.compile("next");
        fleet.edit(BLUE, VOLUME, VOLUME + "\n    volume more { size = 96MiB; mount = \"/srv/more\"; reserve = true }");
        HostTree reserving = fleet.compile("reserving");
        fleet = LiveFleet.in(folder.resolve("failing"));
        fleet.edit(BLUE, "container app {", """
                container broken { image = nothing; cpu { cores = 0.1 }; memory { limit = 128MiB } }
                  container off { cpu { cores = 0.1 }; memory { limit = 128MiB } }
                  container app {""");
        fleet.edit(
                "platform/platform.bbc",
                "defaults container",
                "image nothing { source = directory(\"/var/lib/machines/nothing\") }\n  defaults container");
        HostTree failing = fleet.compile("failing");
        fleet.edit(RED, "tasks = 200", "tasks = 200; env { REVISION = \"2\" }");
        HostTree neighbour = fleet.compile("neighbour");

        // Without the image of the broken container.
        try (LiveHost host = LiveHost.of(root, calm)) {
            host.start();
            host.exec("sh", "-ec", """
                    mkdir -p /var/lib/confexts
                    mount -t tmpfs -o size=8M tmpfs /var/lib/confexts
                    mount -t tmpfs -o size=80M,mode=700 tmpfs /var/lib/tenants""");
            Run run = new Run(host, new HostState(host), new Applying(host, ledger), ledger);
            long start = System.nanoTime();
            run.applying().applied(host.apply(failing), failing);
            run.startsBecomeRare(start);
            run.neighbourIsNotDelayed(neighbour);
            run.applying().applied(host.apply(calm), calm);
            run.fullStoreKeepsTheTree(next, calm);
            run.fullRunKeepsTheTree(next, calm);
            run.spaceThatIsNotReservedIsNamed(reserving);
        }
    }

    /** The steps; each asserts its result. */
    private record Run(LiveHost host, HostState state, Applying applying, LiveLedger ledger) {

        /**
         * A container without an image fails, one that powers itself off succeeds: both are started again ever more
         * rarely. Meanwhile a neighbour floods its console.
         */
        void startsBecomeRare(long start) {
            host.write("/root/off.sh", """
                    while sleep 0.5; do
                      leader=$(machinectl show --property=Leader --value blue.off 2>/dev/null) || continue
                      nsenter -t "$leader" -m -p -U -r -w systemctl --no-block poweroff 2>/dev/null
                    done
                    """);
            host.exec("systemd-run", "--quiet", "--unit=off", "sh", "/root/off.sh");
            consoleFlood();
            host.exec("sleep", "62");
            for (String unit : List.of(BROKEN, OFF)) {
                int restarts = Integer.parseInt(state.unit(unit, "NRestarts"));
                // Six starts in the first minute; each further one takes as long as all before.
                double minutes = (System.nanoTime() - start) / 60e9;
                ledger.holds(
                        "crash loop",
                        "restarts of " + unit + " in " + minutes + " minutes",
                        restarts > 0 && restarts <= 6 + Math.log(minutes) / Math.log(2),
                        restarts);
                ledger.equal("crash loop", "longest delay of " + unit, "5min", state.unit(unit, "RestartMaxDelayUSec"));
            }
            String delay = host.exec(
                    "busctl",
                    "get-property",
                    "org.freedesktop.systemd1",
                    "/org/freedesktop/systemd1/unit/systemd_2dnspawn_40blue_2ebroken_2eservice",
                    "org.freedesktop.systemd1.Service",
                    "RestartUSecNext");
            ledger.holds(
                    "crash loop",
                    "microseconds before the next start of a broken workload",
                    Long.parseLong(delay.replace("t ", "")) > 1_500_000,
                    delay);
            ledger.holds(
                    "crash loop",
                    "its failure starts the report",
                    !host.exec("journalctl", "--quiet", "--lines=1", "UNIT=bbc-status@blue.broken.service")
                            .isEmpty(),
                    "");
            String status = host.exec("cat", "/run/bbc/status/blue.json");
            JsonAnswer broken = JsonAnswer.parse(status).list("workloads").stream()
                    .filter(workload -> workload.text("unit").equals(BROKEN))
                    .findFirst()
                    .orElseThrow();
            ledger.holds("crash loop", "restarts in the status", Integer.parseInt(broken.text("restarts")) > 0, status);
            ledger.holds("crash loop", "the tenant's status", status.contains("\"converged\": false"), status);
        }

        /** The journal drops most of it, keeps the messages of others, and the guest runs on. */
        private void consoleFlood() {
            String before = state.leader("red.web");
            state.service("red.web", "/bin/sh -c \"seq -f flood%g 30000 >/dev/console\"");
            host.exec("systemd-run", "--quiet", "--wait", "echo", "after the flood");
            host.exec("journalctl", "--sync");
            int lines = Integer.parseInt(host.exec("sh", "-c", """
                    journalctl --no-pager --output=cat --unit=systemd-nspawn@red.web.service | grep -c flood"""));
            ledger.holds("console", "lines of 30000 in the host's journal", lines >= 100 && lines <= 10_000, lines);
            ledger.equal(
                    "console",
                    "message of another unit after the flood",
                    "1",
                    host.exec("sh", "-c", "journalctl --no-pager --output=cat | grep -cx 'after the flood'"));
            ledger.equal("console", "the guest runs on", before, state.leader("red.web"));
        }

        /** Only the changed workload is waited for. */
        void neighbourIsNotDelayed(HostTree next) {
            String before = state.leader("blue.app");
            long start = System.nanoTime();
            applying.applied(host.apply(next), next);
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            ledger.holds("neighbours", "seconds of an apply beside broken workloads", seconds < 60, seconds);
            ledger.equal("neighbours", "a workload without change runs on", before, state.leader("blue.app"));
            host.exec("systemctl", "stop", "off.service");
        }

        void fullStoreKeepsTheTree(HostTree next, HostTree current) {
            String leader = state.leader("red.web");
            fill("/var/lib/confexts", 200);
            applying.refused(current, "No space left on device", () -> host.stage(next));
            ledger.equal(
                    "full disk",
                    "files that the failed apply left in the store",
                    "",
                    host.exec("sh", "-c", "ls -A /var/lib/confexts/bbc.v | grep -v '^bbc_' || true"));
            ledger.equal("full disk", "red.web runs on", leader, state.leader("red.web"));
            host.exec("rm", "/var/lib/confexts/full");
            applying.applied(host.applyIncoming(), next);
            applying.applied(host.apply(current), current);
        }

        /** The firewall of a staged tree fails and fills /run: the tree is reverted without a byte of space there. */
        void fullRunKeepsTheTree(HostTree next, HostTree current) {
            String table = state.table("inet bbc");
            String leader = state.leader("red.web");
            String app = state.leader("blue.app");
            host.exec("mkdir", "-p", "/usr/local/broken");
            host.write("/usr/local/broken/nft", """
                    #!/bin/sh
                    case " $* " in
                      *" --check "*) ;;
                      *) if [ -L /run/confexts/bbc ]; then cat /dev/zero >/run/bbc/full 2>/dev/null; exit 1; fi ;;
                    esac
                    exec /usr/local/broken/works "$@"
                    """);
            host.exec("sh", "-ec", """
                    chmod +x /usr/local/broken/nft
                    cp /usr/sbin/nft /usr/local/broken/works
                    mount --bind /usr/local/broken/nft /usr/sbin/nft
                    mount -o remount,size=$(($(df --output=used -k /run | tail -n 1) + 4096))k /run""");
            host.stage(next);
            Command.Outcome outcome = host.applyIncoming();
            ledger.holds(
                    "full /run",
                    "the tree is reverted",
                    outcome.exit() != 0 && outcome.output().contains("the staged tree is reverted"),
                    outcome);
            applying.isWhole("with a full /run", current);
            String free = host.exec("sh", "-c", "df --output=avail -k /run | tail -n 1");
            ledger.holds("full /run", "KiB that are free", Integer.parseInt(free.strip()) < 100, free);
            ledger.equal("full /run", "red.web runs on", leader, state.leader("red.web"));
            ledger.equal("full /run", "blue.app runs on", app, state.leader("blue.app"));
            host.exec("umount", "/usr/sbin/nft");
            host.exec("sh", "-c", "cat /dev/zero >>/run/bbc/full 2>/dev/null || true");
            ledger.equal("full /run", "firewall", table, state.table("inet bbc"));
            outcome = host.applyIncoming();
            ledger.holds(
                    "full /run",
                    "the next apply is refused with the reason",
                    outcome.exit() != 0 && outcome.output().contains("No space left on device"),
                    outcome);
            applying.isWhole("with a full /run, again", current);
            host.exec("rm", "/run/bbc/full");
            applying.applied(host.applyIncoming(), next);
        }

        /** Leaves some KiB of a file system free. */
        private void fill(String folder, int left) {
            host.exec("sh", "-c", """
                    free=$(df --output=avail -k %1$s | tail -n 1)
                    head -c $((free - %2$d))K /dev/zero >%1$s/full""".formatted(folder, left));
        }

        void spaceThatIsNotReservedIsNamed(HostTree reserving) {
            Command.Outcome outcome = host.apply(reserving);
            String volume = "bbc-volume@blue.app.more.service";
            String said =
                    host.exec("journalctl", "--no-pager", "--output=cat", "--unit=bbc-apply.service", "--lines=20");
            ledger.equal("reserve", "the apply succeeds: " + outcome.output(), 0, outcome.exit());
            ledger.holds(
                    "reserve",
                    "bbc-apply says which volume has no space",
                    said.contains("systemd-nspawn@blue.app.service does not run: " + volume + " failed: ")
                            && said.contains("100663296 bytes are not free"),
                    said);
            String status = host.exec("cat", "/run/bbc/status/blue.json");
            ledger.holds(
                    "reserve",
                    "the status names the volume",
                    JsonAnswer.parse(status).list("failed").stream()
                            .anyMatch(unit -> unit.text("unit").equals(volume)),
                    status);
        }
    }
}
