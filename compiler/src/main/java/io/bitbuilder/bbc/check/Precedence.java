package io.bitbuilder.bbc.check;

import java.util.Set;

/**
 * Who keeps what two want: the platform, then tenants of the base revision, then others. Among equals the one whose place
 * sorts first. So nobody can block a neighbour by claiming what he has.
 */
public record Precedence(Set<String> established) {
    /** No base revision is known: all tenants are equal. */
    public static final Precedence NONE = new Precedence(Set.of());

    /** Copies. */
    public Precedence {
        established = Set.copyOf(established);
    }

    /** The smaller, the stronger. */
    int rank(Holder holder) {
        return holder.isPlatform() ? 0 : established.contains(holder.tenant()) ? 1 : 2;
    }
}
