package io.bitbuilder.bbc.claim;

import io.bitbuilder.core.source.Span;
import java.util.Optional;

/**
 * Claim of one field that admits {@code auto}.
 *
 * @param scope the workload whose host's pool it draws from (ports, CIDs) or the network that it has a position in
 *     (addresses); empty for pools of the platform
 * @param pinned the value that was written instead of {@code auto}
 * @param span where it was written, else the block
 */
public record Claim(ClaimPath path, Optional<BlockPath> scope, Optional<Grant> pinned, Span span)
        implements Comparable<Claim> {
    /** Returns a claim that any free slot satisfies. */
    public static Claim auto(ClaimPath path, Optional<BlockPath> scope, Span span) {
        return new Claim(path, scope, Optional.empty(), span);
    }

    /** Returns a claim for exactly that grant. */
    public static Claim pinned(ClaimPath path, Optional<BlockPath> scope, Grant grant, Span span) {
        return new Claim(path, scope, Optional.of(grant), span);
    }

    /** Returns the resource that it claims. */
    public ResourceKind resource() {
        return ResourceKind.of(path);
    }

    /** Returns the tenant that makes the claim. */
    public String tenant() {
        return path.tenant();
    }

    @Override
    public int compareTo(Claim other) {
        return path.compareTo(other.path);
    }
}
