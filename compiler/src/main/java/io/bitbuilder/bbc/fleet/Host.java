package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.value.Cpu;
import io.bitbuilder.bbc.value.InterfaceAddress;
import io.bitbuilder.bbc.value.Percent;
import io.bitbuilder.bbc.value.Size;

/** A host and what tenants may use of it. */
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
    /** How much may be promised of each resource. */
    public record Overcommit(Percent cpu, Percent memory, Percent storage) {}
}
