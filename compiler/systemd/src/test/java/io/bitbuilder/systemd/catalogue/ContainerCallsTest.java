package io.bitbuilder.systemd.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContainerCallsTest {
    @Test
    void aDenialKeepsTheNeededPartOfPrivileged() {
        Set<String> denied = ContainerCalls.denied("@privileged");
        assertTrue(denied.containsAll(Set.of("reboot", "settimeofday", "swapon", "bpf")), denied.toString());
        assertFalse(denied.contains("chown") || denied.contains("setuid") || denied.contains("pivot_root"));
    }

    @Test
    void everyOtherGroupIsDeniedWhole() {
        Set<String> inPart = new TreeSet<>();
        for (String group : Syscalls.byGroup().keySet()) {
            if (!ContainerCalls.denied(group).equals(Syscalls.expand(group))) {
                inPart.add(group);
            }
        }
        assertEquals(Set.of("@privileged"), inPart);
        assertEquals(Set.of("setuid"), ContainerCalls.denied("setuid"));
    }
}
