package io.bitbuilder.bbc.claim;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * All requests of a fleet.
 *
 * @param requests one for each workload
 * @param claims one for each field that admits {@code auto}, without those of placement
 * @param peers networks that {@code peer} joins with a network: their workloads share a host if one has room
 * @param joined sets of networks that are joined, directly or through others
 */
public record Claims(
        List<PlacementRequest> requests,
        List<Claim> claims,
        Map<BlockPath, List<BlockPath>> peers,
        List<SortedSet<BlockPath>> joined) {
    /** Sorts, so that the result does not depend on the order of discovery. */
    public Claims {
        requests = requests.stream().sorted().toList();
        claims = claims.stream().sorted().toList();
    }
}
