package io.bitbuilder.core.scalar;

/** Network of a tenant as others refer to it: {@code acme.lan}. Both names have the form of {@link PlainName#parse}. */
public record NetworkName(String tenant, String network) {
    /** Reads {@code tenant.network}. */
    public static Parsed<NetworkName> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Parsed.bad("expected a tenant and its network, separated by a dot");
        }
        return PlainName.parse(text.substring(0, dot))
                .then(tenant ->
                        PlainName.parse(text.substring(dot + 1)).map(network -> new NetworkName(tenant, network)));
    }

    @Override
    public String toString() {
        return tenant + "." + network;
    }
}
