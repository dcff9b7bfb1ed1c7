package io.bitbuilder.bbc.claim;

import java.util.List;

/**
 * All requests of a fleet.
 *
 * @param requests one for each workload
 * @param claims one for each field that admits {@code auto}, without those of placement
 */
public record Claims(List<PlacementRequest> requests, List<Claim> claims) {
    /** Sorts, so that the result does not depend on the order of discovery. */
    public Claims {
        requests = requests.stream().sorted().toList();
        claims = claims.stream().sorted().toList();
    }
}
