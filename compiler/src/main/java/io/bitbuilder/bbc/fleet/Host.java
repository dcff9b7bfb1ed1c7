package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.value.Cpu;
import io.bitbuilder.bbc.value.InterfaceAddress;
import io.bitbuilder.bbc.value.Percent;
import io.bitbuilder.bbc.value.Size;

/** Host, with the capacity for tenants. */
public record Host(
        String name,
        Cpu cpu,
        Size memory,
        Size storage,
        String uplink,
        InterfaceAddress address,
        Architecture architecture,
        Overcommit overcommit,
        Origins at) {
    /** Overcommit of each resource. */
    public record Overcommit(Percent cpu, Percent memory, Percent storage) {}
}
