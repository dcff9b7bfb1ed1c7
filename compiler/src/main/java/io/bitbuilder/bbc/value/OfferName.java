package io.bitbuilder.bbc.value;

/** An offer of a tenant as others name it: {@code acme.api}. Both names are of the form of {@link Names#parse}. */
public record OfferName(String tenant, String offer) {
    /** Reads {@code tenant.offer}. */
    public static Parsed<OfferName> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Parsed.bad("it does not name a tenant and, behind a dot, what that tenant offers");
        }
        return Names.parse(text.substring(0, dot))
                .then(tenant -> Names.parse(text.substring(dot + 1)).map(offer -> new OfferName(tenant, offer)));
    }

    @Override
    public String toString() {
        return tenant + "." + offer;
    }
}
