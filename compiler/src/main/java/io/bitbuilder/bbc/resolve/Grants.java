package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.eval.Value;
import java.util.Map;
import java.util.Optional;

/**
 * Allocated values by claim. A grant wins over what the field says, so pinned values may be among them. {@code place} is granted as {@link Value.Ref} of kind {@code host}.
 */
public record Grants(Map<ClaimPath, Value> values) {
    /** Nothing granted. */
    public static final Grants NONE = new Grants(Map.of());

    /** Copies. */
    public Grants {
        values = Map.copyOf(values);
    }

    /** The grant of that claim. */
    public Optional<Value> get(ClaimPath claim) {
        return Optional.ofNullable(values.get(claim));
    }
}
