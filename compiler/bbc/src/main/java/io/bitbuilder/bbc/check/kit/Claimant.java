package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;

/**
 * Block or field that claims a value.
 *
 * @param owner the tenant, or the platform
 * @param title how messages name it, {@code network acme.front}
 * @param origin the block or field, and where it claims the value
 */
public record Claimant(Owner owner, String title, Origin origin) {
    /** Returns a holder that a tenant owns. */
    public static Claimant of(Tenant tenant, String title, Origin origin) {
        return new Claimant(new Owner.Tenant(tenant.name()), title, origin);
    }

    /** Returns a holder that the platform owns, such as a host. */
    public static Claimant ofPlatform(String title, Origin origin) {
        return new Claimant(Owner.PLATFORM, title, origin);
    }

    /** Returns the place where it claims the value. */
    public Span span() {
        return origin.span();
    }

    /** Returns the block or field. */
    Subject subject() {
        return origin.subject();
    }

    /** Returns whether the platform owns it. */
    public boolean isPlatform() {
        return !(owner instanceof Owner.Tenant);
    }
}
