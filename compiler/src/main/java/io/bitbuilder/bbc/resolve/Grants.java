package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Value;
import java.util.Map;
import java.util.Optional;

/**
 * Values granted by the allocator, by the stable path of a block and the name of its late field, {@code acme/front/subnet},
 * {@code acme/web/publish/tcp/auto/8443/host}. A grant overrides the written value, so pinned values may be
 * among them. {@code place} is granted as {@link Value.Ref} of kind {@code host}.
 */
public record Grants(Map<String, Value> values) {
    /** No grants. */
    public static final Grants NONE = new Grants(Map.of());

    /** Copies. */
    public Grants {
        values = Map.copyOf(values);
    }

    /** Returns the grant of that claim. */
    public Optional<Value> get(String claim) {
        return Optional.ofNullable(values.get(claim));
    }
}
