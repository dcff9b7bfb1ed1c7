package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.source.Span;
import java.util.Optional;

/**
 * One field that admits {@code auto}.
 *
 * @param key its stable path, unique in the fleet
 * @param scope path of the workload whose host's pool it draws from (ports, CIDs) or of the network that it has a position in
 *     (addresses); empty for pools of the platform
 * @param pinned what was written instead of {@code auto}
 * @param span where it was written, else the block
 */
public record Claim(String key, Resource resource, String tenant, String scope, Optional<Grant> pinned, Span span)
        implements Comparable<Claim> {
    /** A claim that any free slot satisfies. */
    public static Claim auto(String key, Resource resource, String tenant, String scope, Span span) {
        return new Claim(key, resource, tenant, scope, Optional.empty(), span);
    }

    /** A claim for exactly that. */
    public static Claim pinned(String key, Resource resource, String tenant, String scope, Grant grant, Span span) {
        return new Claim(key, resource, tenant, scope, Optional.of(grant), span);
    }

    @Override
    public int compareTo(Claim other) {
        return key.compareTo(other.key);
    }
}
