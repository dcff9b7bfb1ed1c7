package io.bitbuilder.bbc.claim;

import io.bitbuilder.bbc.fleet.Proto;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Workload that needs a host, and its requests there.
 *
 * @param path path of the workload
 * @param place the host that it is pinned to
 * @param cpu thousandths of a core
 * @param memory bytes
 * @param storage bytes of its root and volumes
 * @param architecture of the host that its image needs; empty for any
 * @param networks paths of the networks that it is attached to
 * @param ports ports of the host that it pins
 * @param rules restrictions on the host
 * @param span where the place was written, else the block
 */
public record PlacementRequest(
        BlockPath path,
        Optional<String> place,
        long cpu,
        long memory,
        long storage,
        Optional<String> architecture,
        List<BlockPath> networks,
        List<HostPort> ports,
        PlacementRules rules,
        Span span)
        implements Comparable<PlacementRequest> {
    /** Port of a host. */
    public record HostPort(Proto proto, int number) {}

    /** Copies. */
    public PlacementRequest {
        networks = List.copyOf(networks);
        ports = List.copyOf(ports);
    }

    /** Returns the claim for its place. */
    public ClaimPath claim() {
        return ClaimPath.of(path, ClaimField.PLACE);
    }

    @Override
    public int compareTo(PlacementRequest other) {
        return path.compareTo(other.path);
    }
}
