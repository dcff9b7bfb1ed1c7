package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Limits;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The block {@code limits} of the platform: one field for each limit that can be raised. */
public final class PlatformLimits {
    /** Name of the block. */
    public static final String BLOCK = "limits";

    private static final Map<String, Limit> FIELDS = Arrays.stream(Limit.values())
            .filter(Limit::raisable)
            .collect(Collectors.toMap(limit -> BLOCK + "." + limit.title(), Function.identity()));

    private PlatformLimits() {}

    /** Returns the paths of the fields. */
    public static Set<String> fields() {
        return FIELDS.keySet();
    }

    /** Returns limits raised to those of the platform; an invalid value raises none. */
    public static Limits of(Program program, Limits least) {
        Limits limits = least;
        for (Map.Entry<String, Limit> field : FIELDS.entrySet()) {
            long value = program.platform()
                    .plan(field.getKey())
                    .map(PlatformLimits::number)
                    .orElse(0L);
            limits = limits.raised(field.getValue(), value);
        }
        return limits;
    }

    private static long number(Value value) {
        return switch (value) {
            case Value.Scalar(Size size) -> size.bytes();
            case Value.Scalar(Long number) -> number;
            default -> 0;
        };
    }
}
