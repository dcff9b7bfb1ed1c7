package io.bitbuilder.core.scalar;

/** Offer of a tenant as others refer to it: {@code acme.api}. Both names have the form of {@link PlainName#parse}. */
public record OfferName(String tenant, String offer) {
    /** Reads {@code tenant.offer}. */
    public static Parsed<OfferName> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Parsed.bad("expected a tenant and its offer, separated by a dot");
        }
        return PlainName.parse(text.substring(0, dot))
                .then(tenant -> PlainName.parse(text.substring(dot + 1)).map(offer -> new OfferName(tenant, offer)));
    }

    @Override
    public String toString() {
        return tenant + "." + offer;
    }
}
