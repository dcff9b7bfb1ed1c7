package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.source.Owner;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who keeps what two want: the platform, then who had it in the base revision, then other tenants of the base revision, then
 * newcomers. Among equals the one whose place sorts first. So nobody can block a neighbour by claiming what he has.
 *
 * @param tenants tenants of the base revision
 * @param claims what blocks of the base revision claimed, as {@link Holder#claim} says it
 */
public record Precedence(Set<String> tenants, Set<String> claims) {
    /** No base revision is known: all are equal. */
    public static final Precedence NONE = new Precedence(Set.of(), Set.of());

    /** Copies. */
    public Precedence {
        tenants = Set.copyOf(tenants);
        claims = Set.copyOf(claims);
    }

    /** What was there in the base revision comes first. */
    public static Precedence of(Fleet base) {
        Set<String> claims = new HashSet<>();
        Checks.run(Scope.of(base, Set.of(), NONE, new Findings(), claims));
        return new Precedence(base.tenants().stream().map(Tenant::name).collect(Collectors.toSet()), claims);
    }

    /** The smaller, the stronger. */
    int rank(Holder holder) {
        return switch (holder.owner()) {
            case Owner.Std std -> 0;
            case Owner.Platform platform -> 0;
            case Owner.Tenant(String name) -> claims.contains(holder.claim()) ? 1 : tenants.contains(name) ? 2 : 3;
        };
    }
}
