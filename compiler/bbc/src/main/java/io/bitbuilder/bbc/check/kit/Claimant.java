package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;

/**
 * Owner of a claimed value.
 *
 * @param owner the tenant, or the platform
 * @param title how messages name it, {@code network acme.front}
 * @param text the value that it claims
 * @param span where it claims it
 */
public record Claimant(Owner owner, String title, String text, Span span) {
    /** Returns a holder that a tenant owns. */
    public static Claimant of(Tenant tenant, String title, String text, Span span) {
        return new Claimant(new Owner.Tenant(tenant.name()), title, text, span);
    }

    /** Returns a holder that the platform owns, such as a host. */
    public static Claimant ofPlatform(String title, String text, Span span) {
        return new Claimant(Owner.PLATFORM, title, text, span);
    }

    /** Returns the claim as a string that is the same in every revision that makes it. */
    String claim() {
        return title + " " + text;
    }

    public boolean isPlatform() {
        return !(owner instanceof Owner.Tenant);
    }
}
