package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.fleet.Proto;
import io.bitbuilder.bbc.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A workload that needs a host, and what it needs there.
 *
 * @param path path of the workload
 * @param place the host that was written
 * @param cpu thousandths of a core
 * @param memory bytes
 * @param storage bytes of its root and its volumes
 * @param networks paths of the networks that it is attached to
 * @param ports ports of the host that it names itself
 * @param span where the place was written, else the block
 */
public record Demand(
        BlockPath path,
        Optional<String> place,
        long cpu,
        long memory,
        long storage,
        List<BlockPath> networks,
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

    /** Returns its claim for a place. */
    public ClaimPath claim() {
        return ClaimPath.of(path, ClaimField.PLACE);
    }

    @Override
    public int compareTo(Demand other) {
        return path.compareTo(other.path);
    }
}
