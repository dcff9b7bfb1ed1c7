package io.bitbuilder.systemd.catalogue;

import java.util.NavigableSet;
import java.util.Set;

/**
 * System calls without which a container that boots systemd does not start, or starts without network, journal or
 * services of other users. Found by booting systemd 262 in containers that deny one group each.
 */
public final class ContainerCalls {
    private static final Set<String> NEEDED = Set.of(
            "@basic-io",
            "@chown",
            "@default",
            "@file-system",
            "@io-event",
            "@ipc",
            "@known",
            "@mount",
            "@network-io",
            "@process",
            "@sandbox",
            "@setuid",
            "@signal",
            "@system-service",
            "@timer");

    /** What is needed of a group that can be denied: {@code @privileged}. */
    private static final Set<String> PARTS = Set.of("@chown", "@mount", "@setuid", "capset");

    private ContainerCalls() {}

    /** Returns whether no container can do without a group. */
    public static boolean isNeeded(String group) {
        return NEEDED.contains(group);
    }

    /** Returns the calls that a denial of a group or call denies. */
    public static NavigableSet<String> denied(String name) {
        NavigableSet<String> calls = Syscalls.expand(name);
        if (name.startsWith("@") && !isNeeded(name)) {
            PARTS.forEach(needed -> calls.removeAll(Syscalls.expand(needed)));
        }
        return calls;
    }
}
