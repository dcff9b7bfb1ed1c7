package io.bitbuilder.bbc.claim;

import io.bitbuilder.core.scalar.IntRange;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All requests of a fleet.
 *
 * @param requests one for each workload
 * @param claims one for each field that admits {@code auto}, without those of placement
 * @param dhcp DHCP ranges that were written, as positions in their network
 */
public record Claims(List<PlacementRequest> requests, List<Claim> claims, SortedMap<BlockPath, IntRange> dhcp) {
    /** Sorts, so that the result does not depend on the order of discovery. */
    public Claims {
        requests = requests.stream().sorted().toList();
        claims = claims.stream().sorted().toList();
        dhcp = new TreeMap<>(dhcp);
    }
}
