package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.InterfaceAddress;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.Percent;
import io.bitbuilder.core.scalar.PortRange;
import io.bitbuilder.core.scalar.Size;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Host, with the capacity for tenants.
 *
 * @param mtu bytes of the largest packet that its uplink's link carries, 576 to 65535
 */
public record Host(
        String name,
        Optional<String> was,
        Cpu cpu,
        Size memory,
        Size storage,
        String uplink,
        InterfaceAddress address,
        long mtu,
        Set<PortRange> reservedPorts,
        Map<String, String> labels,
        Architecture architecture,
        Overcommit overcommit,
        Origins at) {
    /** Overcommit of each resource. */
    public record Overcommit(Percent cpu, Percent memory, Percent storage) {}
}
