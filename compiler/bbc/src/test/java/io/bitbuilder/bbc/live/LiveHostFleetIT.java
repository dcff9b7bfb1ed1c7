package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.Command;
import io.bitbuilder.systemd.oracle.HostTree;
import io.bitbuilder.systemd.oracle.OracleRoot;
import io.bitbuilder.systemd.oracle.OracleRootExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many tenants on one host, each with a network and a workload in maintenance: what an apply does not touch. */
@Order(5)
@Tag("oracle")
@Tag("nightly")
@ExtendWith({OracleRootExtension.class, LiveLedgerExtension.class})
class LiveHostFleetIT {
    private static final int TENANTS = Integer.getInteger("bbc.live.tenants", 10);
    private static final String PROGRAM = """
            tenant %1$s {
              network lan { mode = routed }
              container app { maintenance = true; cpu { cores = 0.01 }; memory { limit = 16MiB }; attach lan { } }
            }
            """;

    @Test
    void anApplyTouchesWhatChanged(OracleRoot root, LiveLedger ledger, @TempDir Path folder) throws IOException {
        LiveFleet fleet = LiveFleet.in(folder);
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            fleet.add("t" + tenant, PROGRAM.formatted("t" + tenant));
        }
        HostTree many = fleet.compile("many");
        fleet.edit("tenants/t7/tenant.bbc", "attach lan { }", "attach lan { }; publish tcp 9000 -> 90");
        HostTree changed = fleet.compile("changed");

        try (LiveHost host = LiveHost.of(root, many)) {
            host.start();
            Run run = new Run(host, new HostState(host), ledger);
            run.apply("first", many);
            Map<String, SortedMap<String, String>> before = run.activity();
            String reloads = run.reloads();
            long milliseconds = run.apply("unchanged", many);
            ledger.equal("unchanged", "units of " + TENANTS + " tenants", before, run.activity());
            ledger.equal("unchanged", "accepted trees, and reloads of networkd", reloads, run.reloads());
            ledger.holds("unchanged", "processor time of bbc-apply in milliseconds", milliseconds < 1500, milliseconds);
            String firewall = run.firewall("t7");
            String others = run.firewall("t[^7]");
            run.apply("one tenant changed", changed);
            before.remove("systemd-networkd.service");
            Map<String, SortedMap<String, String>> after = run.activity();
            after.remove("systemd-networkd.service");
            ledger.equal("unchanged", "units of all tenants when a firewall changed", before, after);
            ledger.holds(
                    "unchanged", "the firewall of that tenant changed", !firewall.equals(run.firewall("t7")), firewall);
            ledger.equal("unchanged", "the other firewalls", others, run.firewall("t[^7]"));
        }
    }

    /** The steps. */
    private record Run(LiveHost host, HostState state, LiveLedger ledger) {

        /**
         * Returns the processor time of the service in milliseconds: PID 1 tells none below a second, which is 0 here.
         */
        long apply(String what, HostTree tree) {
            journal();
            Command.Outcome outcome = host.apply(tree);
            ledger.equal("apply", what + ": " + outcome.output(), 0, outcome.exit());
            List<JsonAnswer> journal = journal();
            List<Long> times = journal.stream()
                    .map(line -> Long.parseLong(line.text("__MONOTONIC_TIMESTAMP")))
                    .toList();
            double seconds = times.isEmpty() ? 0 : (times.getLast() - times.getFirst()) / 1e6;
            long milliseconds = journal.stream()
                            .map(line -> line.text("CPU_USAGE_NSEC"))
                            .filter(text -> !text.isEmpty())
                            .mapToLong(Long::parseLong)
                            .sum()
                    / 1_000_000;
            IO.println("apply of %d tenants, %s: %s"
                    .formatted(
                            TENANTS,
                            what,
                            times.isEmpty()
                                    ? "by hand"
                                    : "%.1f s, processor time %s"
                                            .formatted(
                                                    seconds, milliseconds == 0 ? "below 1 s" : milliseconds + " ms")));
            return milliseconds;
        }

        /** What PID 1 said about the service since the last call, from its start to its end. */
        private List<JsonAnswer> journal() {
            String lines = host.exec("sh", "-c", """
                    touch /run/measured
                    journalctl --sync
                    journalctl --quiet --no-pager --output=json --cursor-file=/run/measured UNIT=bbc-apply.service""");
            return lines.lines().map(JsonAnswer::parse).toList();
        }

        /** Starts and changes of state of the units of all tenants and of the host, by unit. */
        Map<String, SortedMap<String, String>> activity() {
            return new TreeMap<>(state.units(
                    List.of(
                            "systemd-nspawn@*",
                            "bbc-firewall*",
                            "bbc-network.service",
                            "bbc-host.target",
                            "tenant-*",
                            "systemd-networkd.service"),
                    List.of("InvocationID", "StateChangeTimestampMonotonic")));
        }

        String reloads() {
            return host.exec("sh", "-c", """
                    ls /var/lib/confexts/bbc.v
                    journalctl --no-pager --output=cat --unit=systemd-networkd.service | grep -c Reload""");
        }

        /** Rules of tenants, without counters. */
        String firewall(String tenant) {
            return host.exec("sh", "-c", """
                    nft --stateless list table inet bbc |
                      awk '$1 == "chain" { name = $2 } name ~ /^%s__/ { print } $1 == "}" { name = "" }'
                    """.formatted(tenant));
        }
    }
}
