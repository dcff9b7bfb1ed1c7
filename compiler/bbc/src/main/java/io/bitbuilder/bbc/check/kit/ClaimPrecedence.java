package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.core.source.Owner;
import java.util.Set;

/**
 * Precedence between conflicting claims: the platform, then claims of the base revision, then other claims of its
 * tenants, then new tenants. Among equals the claim whose place sorts first wins. So no tenant can block another by
 * claiming its values.
 *
 * @param tenants tenants of the base revision
 * @param claims claims of the base revision
 */
public record ClaimPrecedence(Set<String> tenants, Set<ClaimedValue> claims) {
    /** Precedence without a base revision: all tenants are equal. */
    public static final ClaimPrecedence NONE = new ClaimPrecedence(Set.of(), Set.of());

    /** Copies. */
    public ClaimPrecedence {
        tenants = Set.copyOf(tenants);
        claims = Set.copyOf(claims);
    }

    /** Returns the rank of the holder of a value; the smallest wins. */
    int rank(Claimant claimant, Object value) {
        return switch (claimant.owner()) {
            case Owner.Std std -> 0;
            case Owner.Platform platform -> 0;
            case Owner.Tenant(String name) ->
                claims.contains(new ClaimedValue(claimant.subject(), value)) ? 1 : tenants.contains(name) ? 2 : 3;
        };
    }
}
