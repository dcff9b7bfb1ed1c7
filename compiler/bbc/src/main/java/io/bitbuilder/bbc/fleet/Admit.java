package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.scalar.Percent;
import io.bitbuilder.core.scalar.PortRange;
import java.util.Optional;
import java.util.Set;

/** Admission of the tenant of that name. */
public record Admit(
        String name,
        Optional<String> was,
        Optional<String> repository,
        String branch,
        Set<String> signers,
        Trust trust,
        Optional<Quota> quota,
        long connections,
        Optional<String> image,
        Set<Subnet> egress,
        Set<PortRange> ports,
        Set<Subnet> subnets,
        Set<NetworkMode> modes,
        Claims claims,
        Origins at) {
    /** Maximum of the tenant's claims; absent ones are those of the ceiling. */
    public record Claims(
            Optional<Long> networks,
            Optional<Long> workloads,
            Optional<Long> attachments,
            Optional<Long> ports,
            Optional<Long> volumes,
            Optional<Long> agreements,
            Optional<Percent> share) {}

    /** Connections of a tenant that no admission names, in a fleet without admissions: the default of the field. */
    public static final long CONNECTIONS = 16384;
}
