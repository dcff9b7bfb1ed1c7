package io.bitbuilder.bbc.claim;

import java.util.List;
import java.util.SortedSet;

/**
 * All requests of a fleet.
 *
 * @param requests one for each workload
 * @param claims one for each field that admits {@code auto}, without those of placement
 * @param joined sets of networks that {@code peer} joins: their workloads share a host if one has room
 */
public record Claims(List<PlacementRequest> requests, List<Claim> claims, List<SortedSet<BlockPath>> joined) {
    /** Sorts, so that the result does not depend on the order of discovery. */
    public Claims {
        requests = requests.stream().sorted().toList();
        claims = claims.stream().sorted().toList();
    }
}
