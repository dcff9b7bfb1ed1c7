package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.value.IntRange;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a fleet asks for.
 *
 * @param demands one a workload
 * @param claims one a field that admits {@code auto}, without those of placement
 * @param dhcp positions that a network keeps for unknown guests, by network, where somebody wrote them
 */
public record Claims(List<Demand> demands, List<Claim> claims, SortedMap<BlockPath, IntRange> dhcp) {
    /** Sorts, so that the order of discovery is forgotten. */
    public Claims {
        demands = demands.stream().sorted().toList();
        claims = claims.stream().sorted().toList();
        dhcp = new TreeMap<>(dhcp);
    }
}
