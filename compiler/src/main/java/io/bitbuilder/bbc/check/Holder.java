package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.source.Owner;
import io.bitbuilder.bbc.source.Span;

/**
 * Owner of a claimed value.
 *
 * @param owner the tenant, or the platform
 * @param title how messages name it, {@code network acme.front}
 * @param text the value that it claims
 * @param span where it claims it
 */
record Holder(Owner owner, String title, String text, Span span) {
    /** Returns a holder that a tenant owns. */
    static Holder of(Tenant tenant, String title, String text, Span span) {
        return new Holder(new Owner.Tenant(tenant.name()), title, text, span);
    }

    /** Returns a holder that the platform owns, such as a host. */
    static Holder ofPlatform(String title, String text, Span span) {
        return new Holder(Owner.PLATFORM, title, text, span);
    }

    /** Returns the claim as a string that is the same in every revision that makes it. */
    String claim() {
        return title + " " + text;
    }

    boolean isPlatform() {
        return !(owner instanceof Owner.Tenant);
    }
}
