package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.source.Owner;
import java.util.List;

/** Offers of tenants to each other. */
final class Offers {
    private static final String EXPOSE = "expose";

    private Offers() {}

    /** Returns the offers to a tenant as {@code consume} names them. */
    static List<String> visible(FleetNames names, Owner consumer) {
        return names.declarations()
                .filter(offer -> offer.key().kind().equals(EXPOSE) && isTo(offer, consumer, names))
                .map(offer -> offer.key().home() instanceof Owner.Tenant(String tenant)
                        ? tenant + "." + offer.key().name()
                        : offer.key().name())
                .sorted()
                .toList();
    }

    private static boolean isTo(NameUse.Declares offer, Owner consumer, FleetNames names) {
        return consumer instanceof Owner.Tenant(String name)
                && names.of(offer.span().file().path()).stream()
                        .filter(use -> offer.whole().contains(use.span()))
                        .anyMatch(use -> use instanceof NameUse.Refers refers
                                && refers.candidates().contains(new SymbolKey(SymbolKey.TENANT, Owner.PLATFORM, name)));
    }
}
