package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.eval.Value;
import java.util.Map;
import java.util.Optional;

/**
 * Values granted by the allocator, by claim. A grant overrides the written value, so pinned values may be among them.
 * {@code place} is granted as {@link Value.Ref} of kind {@code host}.
 */
public record FieldGrants(Map<ClaimPath, Value> values) {
    /** No grants. */
    public static final FieldGrants NONE = new FieldGrants(Map.of());

    /** Copies. */
    public FieldGrants {
        values = Map.copyOf(values);
    }

    /** Returns the grant of that claim. */
    public Optional<Value> get(ClaimPath claim) {
        return Optional.ofNullable(values.get(claim));
    }
}
