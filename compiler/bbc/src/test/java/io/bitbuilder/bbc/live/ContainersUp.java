package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.HostTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every container runs in its tenant's slice, on its bridge, with the address, the variables and the volumes that the
 * compiler gave it.
 */
record ContainersUp(HostState state, LiveLedger ledger) {
    private static final String SUBJECT = "containers";

    void check(HostTree tree) {
        List<ExpectedContainer> expected = ExpectedContainer.of(tree);
        ledger.holds(SUBJECT, "the tree has containers", !expected.isEmpty(), expected);
        for (ExpectedContainer container : expected) {
            String told = waitFor(container);
            ledger.holds(SUBJECT, container.machine() + " has its address", told.startsWith("up"), told);
            ledger.equal(SUBJECT, container.unit() + " is", "active", state.unit(container.unit(), "ActiveState"));
            ledger.equal(
                    SUBJECT,
                    "cgroup of " + container.unit(),
                    "/tenant.slice/" + container.slice() + "/" + container.unit(),
                    state.unit(container.unit(), "ControlGroup"));
            ledger.equal(
                    SUBJECT, "variables of " + container.machine(), container.environment(), environment(container));
            ledger.equal(
                    SUBJECT,
                    container.machine() + " reaches its gateway",
                    0,
                    state.guest(container.machine(), "", "ping -q -c 1 -W 3 " + container.gateway())
                            .exit());
            for (String mount : container.mounts()) {
                ledger.equal(
                        SUBJECT,
                        container.machine() + " can write to " + mount,
                        0,
                        state.guest(
                                        container.machine(),
                                        "-m -r -w",
                                        "mountpoint " + mount + " && touch " + mount + "/touched")
                                .exit());
            }
            ledger.equal(
                    SUBJECT,
                    "files that the guest " + container.machine() + " complained about",
                    "",
                    complaints(state, container.machine()));
        }
        ledger.equal(
                SUBJECT, "units that failed", "", state.host().exec("systemctl", "--failed", "--plain", "--no-legend"));
    }

    /** Waits until the guest has booted and has its address; the first line reports success. */
    private String waitFor(ExpectedContainer container) {
        return state.host()
                .attempt("""
                for wait in $(seq 1 150); do
                  leader=$(machinectl show %1$s -p Leader --value 2>/dev/null)
                  [ -n "$leader" ] && nsenter -t "$leader" -n ip -4 -o address | grep -q ' %2$s/' &&
                    systemctl --quiet is-active %3$s && echo up && exit
                  sleep 0.2
                done
                systemctl status %3$s
                [ -z "$leader" ] || nsenter -t "$leader" -n ip -4 -o address
                journalctl --no-pager -o cat -n 20 -u %3$s
                """.formatted(container.machine(), container.address(), container.unit()))
                .output();
    }

    /** The variables of a service of the guest that the compiler wrote. */
    private Map<String, String> environment(ExpectedContainer container) {
        if (container.environment().isEmpty()) {
            return Map.of();
        }
        Map<String, String> found = new TreeMap<>();
        state.service(container.machine(), "/usr/bin/env")
                .lines()
                .filter(line -> line.contains("="))
                .forEach(
                        line -> found.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        found.keySet().retainAll(container.environment().keySet());
        return found;
    }

    /** Files with a line that systemd or networkd in a guest complained about. */
    static String complaints(HostState state, String machine) {
        return state.guest(machine, "-m -p -U -r", "journalctl --quiet --no-pager --field=CONFIG_FILE")
                .output()
                .strip();
    }
}
