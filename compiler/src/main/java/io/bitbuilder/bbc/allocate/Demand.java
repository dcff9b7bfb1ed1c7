package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.fleet.Proto;
import io.bitbuilder.bbc.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A workload that needs a host, and what it needs there.
 *
 * @param key key of its claim for a place
 * @param path {@code tenant/workload}
 * @param place the host that was written
 * @param cpu thousandths of a core
 * @param memory bytes
 * @param storage bytes of its root and its volumes
 * @param networks paths of the networks that it is attached to
 * @param ports ports of the host that it names itself
 * @param span where the place was written, else the block
 */
public record Demand(
        String key,
        String path,
        String tenant,
        Optional<String> place,
        long cpu,
        long memory,
        long storage,
        List<String> networks,
        List<HostPort> ports,
        Span span)
        implements Comparable<Demand> {
    /** A port of a host. */
    public record HostPort(Proto proto, int number) {}

    /** Copies. */
    public Demand {
        networks = List.copyOf(networks);
        ports = List.copyOf(ports);
    }

    @Override
    public int compareTo(Demand other) {
        return path.compareTo(other.path);
    }
}
