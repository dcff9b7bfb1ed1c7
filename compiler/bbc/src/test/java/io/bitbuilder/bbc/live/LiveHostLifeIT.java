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
 * The life of one host that runs on while trees of the fleet in {@code oracle/live} come and go: a tenant comes, a
 * limit changes and changes back, a tree is refused, a tenant goes, the former tree returns, a workload rests in
 * maintenance, everything goes.
 */
@Order(3)
@Tag("oracle")
@ExtendWith({OracleRootExtension.class, LiveLedgerExtension.class})
class LiveHostLifeIT {
    private static final String TENANT = "tenants/red/tenant.bbc";
    private static final String DATA = "/var/lib/tenants/blue/data";

    @Test
    void treesAreAppliedAndRemoved(OracleRoot root, LiveLedger ledger, @TempDir Path folder) throws IOException {
        LiveFleet fleet = LiveFleet.in(folder);
        HostTree both = fleet.compile("both");
        fleet.edit(TENANT, "limit = 256MiB", "limit = 320MiB");
        fleet.edit(TENANT, "tasks = 200", "tasks = 250");
        fleet.edit(TENANT, "memory = 1GiB; tasks = 400", "memory = 768MiB; tasks = 350");
        HostTree changed = fleet.compile("changed");
        fleet.edit("platform/platform.bbc", "address = 192.0.2.10/24", "address = 192.0.2.10/24; architecture = arm64");
        HostTree foreign = fleet.compile("foreign");
        fleet = LiveFleet.in(folder.resolve("rest"));
        fleet.edit("tenants/blue/tenant.bbc", "container app {", "container app {\n    maintenance = true");
        HostTree resting = fleet.compile("resting");
        fleet = LiveFleet.in(folder.resolve("again"));
        fleet.remove("blue");
        HostTree red = fleet.compile("red");
        fleet.remove("red");
        HostTree empty = fleet.compile("empty");

        try (LiveHost host = LiveHost.of(root, both)) {
            host.start();
            Life life = new Life(host, LiveChecks.of(host, ledger), ledger);
            HostSnapshot alone = life.begins(red);
            HostSnapshot together = life.tenantComes(both);
            life.tenantsAreApart(both);
            new NetworkEffects(life.checks().state(), ledger).check();
            new MtuEffects(life.checks().state(), ledger).check();
            life.limitChangesHot(changed, both, together);
            life.foreignTreeIsRefused(foreign, both, together);
            life.tenantGoes(red, alone);
            life.tenantReturns(both, together);
            life.workloadRests(resting, both, together);
            life.mistakesAreSeen(both);
            life.everythingGoes(empty);
        }
    }

    /** The steps; each asserts its result. */
    private record Life(LiveHost host, LiveChecks checks, LiveLedger ledger) {

        HostSnapshot begins(HostTree red) {
            applied(host.apply(red), red);
            checks.isInForce(red);
            return HostSnapshot.of(checks.state());
        }

        HostSnapshot tenantComes(HostTree both) {
            List<String> before = leaders("red.web");
            applied(host.apply(both), both);
            checks.isInForce(both);
            ledger.equal("leaders", "red.web runs on when blue comes", before, leaders("red.web"));
            HostSnapshot together = HostSnapshot.of(checks.state());
            before = leaders("red.web", "blue.app");
            applied(host.apply(both), both);
            ledger.equal(
                    "leaders",
                    "all run on when the same tree is applied again",
                    before,
                    leaders("red.web", "blue.app"));
            together.isStateOf(checks.state(), "after the same tree again", ledger);
            return together;
        }

        void tenantsAreApart(HostTree both) {
            Isolation isolation = new Isolation(checks.state(), ledger);
            List<Isolation.Way> ways = Isolation.between(both, 8443, 8444);
            isolation.check(ways, List.of());
            isolation.checkTheControl(both, ways);
            isolation.check(ways, List.of());
        }

        void limitChangesHot(HostTree changed, HostTree former, HostSnapshot state) {
            List<String> before = leaders("red.web", "blue.app");
            applied(host.apply(changed), changed);
            ledger.equal(
                    "limits",
                    "MemoryMax of red.web",
                    "335544320",
                    checks.state().unit("systemd-nspawn@red.web.service", "MemoryMax"));
            ledger.equal(
                    "limits", "TasksMax of tenant red", "350", checks.state().unit("tenant-red.slice", "TasksMax"));
            checks.isInForce(changed);
            ledger.equal("leaders", "all run on when limits change", before, leaders("red.web", "blue.app"));
            ledger.equal(
                    "rollback",
                    "bbc-apply puts the former tree in force",
                    0,
                    host.rollBack().exit());
            state.isStateOf(checks.state(), "after the limits went back", ledger);
            checks.noComplaint(former);
            ledger.equal("leaders", "all run on when limits go back", before, leaders("red.web", "blue.app"));
        }

        void foreignTreeIsRefused(HostTree foreign, HostTree former, HostSnapshot state) {
            List<String> before = leaders("red.web", "blue.app");
            Command.Outcome outcome = host.apply(foreign);
            ledger.holds(
                    "rollback",
                    "a tree for another processor is refused",
                    outcome.exit() != 0 && outcome.output().contains("tree for arm64"),
                    outcome);
            state.isStateOf(checks.state(), "after a tree was refused", ledger);
            List<String> told = checks.complaints().since(former);
            ledger.holds(
                    "complaints",
                    "only bbc-apply reports a refused tree",
                    told.stream().allMatch(line -> line.contains("bbc-apply.service")),
                    told);
            ledger.equal("leaders", "all run on when a tree is refused", before, leaders("red.web", "blue.app"));
            host.exec("systemctl", "reset-failed", "bbc-apply.service");
        }

        void tenantGoes(HostTree red, HostSnapshot alone) {
            host.exec(
                    "nsenter",
                    "-t",
                    checks.state().leader("blue.app"),
                    "-m",
                    "-r",
                    "-w",
                    "/bin/sh",
                    "-c",
                    "echo kept >/srv/data/kept && sync");
            List<String> before = leaders("red.web");
            applied(host.apply(red), red);
            alone.isStateOf(checks.state(), "after blue went", ledger);
            ledger.equal(
                    "removal",
                    "machines after blue went",
                    List.of("red.web"),
                    List.copyOf(checks.state().machines()));
            dataIsPutAside();
            ledger.equal("leaders", "red.web runs on when blue goes", before, leaders("red.web"));
            checks.noComplaint(red);
        }

        void tenantReturns(HostTree both, HostSnapshot together) {
            List<String> before = leaders("red.web");
            ledger.equal(
                    "rollback",
                    "bbc-apply puts the former tree in force",
                    0,
                    host.rollBack().exit());
            checks.isInForce(both);
            together.isStateOf(checks.state(), "after blue returned", ledger);
            ledger.equal("leaders", "red.web runs on when blue returns", before, leaders("red.web"));
            ledger.equal("rollback", "blue's data", "kept", blueData());
        }

        private String blueData() {
            return host.exec(
                    "nsenter", "-t", checks.state().leader("blue.app"), "-m", "-r", "-w", "cat", "/srv/data/kept");
        }

        /** A workload in maintenance stays stopped, keeps what it has, and comes back with it. */
        void workloadRests(HostTree resting, HostTree both, HostSnapshot together) {
            String unit = "systemd-nspawn@blue.app.service";
            List<String> before = leaders("red.web");
            applied(host.apply(resting), resting);
            ledger.equal(
                    "maintenance",
                    "machines while blue.app is in maintenance",
                    List.of("red.web"),
                    List.copyOf(checks.state().machines()));
            host.exec("systemctl", "restart", "tenant-blue.target");
            host.exec("sleep", "2");
            ledger.equal(
                    "maintenance",
                    "state of blue.app after its target was started again",
                    "inactive",
                    checks.state().unit(unit, "ActiveState"));
            ledger.equal(
                    "maintenance",
                    "owner and mode of blue's data",
                    "root:root 600",
                    host.exec("stat", "-c", "%U:%G %a", DATA + "/app.data.img"));
            ledger.equal(
                    "maintenance",
                    "units of blue.app that remain loaded",
                    List.of("bbc-firewall@blue.service", "bbc-volume@blue.app.data.service"),
                    List.copyOf(checks.state().loaded("bbc-firewall@blue*", "bbc-volume@blue*")));
            checks.noComplaint(resting);
            ledger.equal(
                    "maintenance",
                    "bbc-apply puts the former tree in force",
                    0,
                    host.rollBack().exit());
            checks.isInForce(both);
            ledger.equal("maintenance", "blue's data after maintenance", "kept", blueData());
            ledger.equal("leaders", "red.web runs on when blue.app rests and returns", before, leaders("red.web"));
            together.isStateOf(checks.state(), "after maintenance", ledger);
        }

        /**
         * The control for every silence before: mistakes that are planted on the host and in a guest are complained
         * about.
         */
        void mistakesAreSeen(HostTree both) {
            host.write("/run/systemd/system/tenant-red.slice.d/99-mistake.conf", "[Slice]\nMemoryMax=plenty\n");
            host.write(
                    "/run/systemd/network/99-mistake.network",
                    "[Match]\nName=nothing\n\n[Network]\nAdress=192.0.2.9/24\n");
            host.exec("systemctl", "daemon-reload");
            host.exec("networkctl", "reload");
            List<String> told = checks.complaints().since(both);
            ledger.equal(
                    "complaints",
                    "mistakes seen in " + told,
                    2L,
                    told.stream().filter(line -> line.contains("99-mistake")).count());
            checks.state()
                    .guest(
                            "red.web",
                            "-m -p -U -r",
                            "printf \"[Match]\\nName=nothing\\n[Network]\\nAdress=192.0.2.9/24\\n\""
                                    + " >/run/systemd/network/99-mistake.network; "
                                    + "networkctl reload; sleep 0.5; journalctl --sync");
            ledger.equal(
                    "complaints",
                    "the mistake seen in a guest",
                    "/run/systemd/network/99-mistake.network",
                    ContainersUp.complaints(checks.state(), "red.web"));
            host.exec("rm", "-r", "/run/systemd/system/tenant-red.slice.d", "/run/systemd/network/99-mistake.network");
        }

        void everythingGoes(HostTree empty) {
            Command.Outcome refused = host.apply(empty);
            ledger.holds(
                    "removal",
                    "a tree that stops most workloads is refused",
                    refused.exit() != 0 && refused.output().contains("stops 2 of 2 workloads"),
                    refused);
            List<String> told = checks.complaints().since(empty);
            ledger.holds(
                    "complaints",
                    "only bbc-apply reports a refused tree",
                    told.stream().allMatch(line -> line.contains("bbc-apply.service")),
                    told);
            host.allowStops(empty);
            applied(host.applyIncoming(), empty);
            checks.nothingIsLeft();
            checks.noComplaint(empty);
            dataIsPutAside();
        }

        /** A later tenant of the name starts without it; the very tree that had it gets it back. */
        private void dataIsPutAside() {
            ledger.equal(
                    "removal",
                    "data of a tenant that went",
                    "root:root 600",
                    host.exec("sh", "-c", "stat -c '%U:%G %a' " + DATA + "/.removed/app.data.img.*"));
            ledger.equal("removal", "images under their names", "", host.exec("find", DATA, "-name", "*.img"));
        }

        private void applied(Command.Outcome outcome, HostTree tree) {
            ledger.equal("apply", tree.name() + ": " + outcome.output(), 0, outcome.exit());
        }

        private List<String> leaders(String... machines) {
            return List.of(machines).stream().map(checks.state()::leader).toList();
        }
    }
}
