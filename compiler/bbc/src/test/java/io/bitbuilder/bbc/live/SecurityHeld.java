package io.bitbuilder.bbc.live;

import io.bitbuilder.systemd.oracle.HostTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the kernel answers a service of each guest: to system calls, to writes in its root, and about its capabilities.
 * A container without such a setting is the control.
 */
record SecurityHeld(HostState state, LiveLedger ledger) {
    private static final String SUBJECT = "security";
    private static final String DENIED = "EPERM";

    /** Calls that every guest may make, each with arguments that end in an error of its own. */
    private static final Map<String, String> CALLS = Map.of(
            "reboot", "169, 0, 0, 0, 0",
            "ptrace", "101, 16, 0x7ffffff0, 0, 0",
            "process_vm_readv", "310, 0x7ffffff0, 0, 0, 0, 0, 0");

    void check(HostTree tree) {
        for (ExpectedContainer container : ExpectedContainer.of(tree)) {
            String settings = "systemd/nspawn/" + container.machine() + ".nspawn";
            calls(container.machine(), tree.values(settings, "SystemCallFilter"));
            privileges(container.machine(), tree.values(settings, "NoNewPrivileges"));
            capabilities(container.machine(), tree.values(settings, "Capability"));
            root(container.machine(), tree.values(settings, "ReadOnly"));
            user(container.machine());
        }
    }

    /** systemd changes the user with system calls and privileges that a container may deny. */
    private void user(String machine) {
        ledger.equal(
                SUBJECT,
                "a service in " + machine + " with User=nobody runs as",
                "nobody",
                state.service(machine, "--property=User=nobody /usr/bin/id --user --name")
                        .strip());
    }

    private void calls(String machine, List<String> filter) {
        Set<String> denied = filter.stream()
                .filter(f -> f.startsWith("~"))
                .map(f -> f.substring(1))
                .collect(Collectors.toSet());
        String script = CALLS.entrySet().stream()
                .map(c -> "$! = 0; syscall(%s); printf qq(%%s %%s\\n), q(%s), $!{EPERM} ? q(EPERM) : q(other);"
                        .formatted(c.getValue(), c.getKey()))
                .collect(Collectors.joining(" ", "use Errno; ", ""));
        Map<String, String> answers = new TreeMap<>();
        state.service(machine, "/usr/bin/perl -e \"" + script.replace("$", "\\$") + "\"")
                .lines()
                .forEach(line -> answers.put(line.split(" ")[0], line.split(" ")[1]));
        Map<String, String> expected = new TreeMap<>();
        CALLS.keySet().forEach(call -> expected.put(call, denied.contains(call) ? DENIED : "other"));
        ledger.equal(SUBJECT, "system calls of a service in " + machine, expected, answers);
    }

    private void privileges(String machine, List<String> wanted) {
        ledger.equal(
                SUBJECT,
                "NoNewPrivs of a service in " + machine,
                wanted.contains("yes") ? "1" : "0",
                status(machine, "NoNewPrivs"));
    }

    /** CAP_PERFMON is not in the default set of nspawn. */
    private void capabilities(String machine, List<String> wanted) {
        long bounding = Long.parseUnsignedLong(status(machine, "CapBnd"), 16);
        ledger.equal(
                SUBJECT,
                "CAP_PERFMON of a service in " + machine,
                wanted.contains("CAP_PERFMON"),
                (bounding >> 38 & 1) == 1);
    }

    private String status(String machine, String key) {
        return state.service(machine, "/usr/bin/grep " + key + " /proc/self/status")
                .replaceFirst(".*:", "")
                .strip();
    }

    private void root(String machine, List<String> readOnly) {
        ledger.equal(
                SUBJECT,
                "a service in " + machine + " writes to its root",
                readOnly.contains("yes") ? "refused" : "written",
                state.service(machine, "/bin/sh -c \"touch /written 2>/dev/null && echo written || echo refused\"")
                        .strip());
    }
}
