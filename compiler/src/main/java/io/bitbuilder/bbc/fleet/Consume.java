package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.value.OfferName;
import java.util.Optional;

/**
 * A tenant's wish to use what another offers.
 *
 * @param on name of the tenant's network from which it is used
 * @param as name under which workloads of the network find it
 */
public record Consume(OfferName offer, String on, Optional<String> as, Origins at) {
    /** The name that workloads find it under: as written, else {@code offer.tenant.internal}. */
    public String hostname() {
        return as.orElseGet(() -> offer.offer() + "." + offer.tenant() + ".internal");
    }
}
