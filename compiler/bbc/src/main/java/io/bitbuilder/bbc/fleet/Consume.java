package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.OfferName;
import java.util.Optional;

/**
 * A tenant's use of another tenant's offer.
 *
 * @param on name of the tenant's network from which it is used
 * @param as name by which workloads of the network resolve it
 */
public record Consume(OfferName offer, String on, Optional<String> as, Origins at) {
    /** Returns the name by which workloads resolve it: as written, else {@code offer.tenant.internal}. */
    public String hostname() {
        return as.orElseGet(() -> offer.offer() + "." + offer.tenant() + ".internal");
    }
}
