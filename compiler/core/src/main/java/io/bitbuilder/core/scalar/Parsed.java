package io.bitbuilder.core.scalar;

import java.util.Optional;
import java.util.function.Function;

/** Result of a scalar parser: a value, or the reason why the string is invalid. */
public sealed interface Parsed<T> {
    /** The string is valid. */
    record Good<T>(T value) implements Parsed<T> {}

    /** The string is invalid. */
    record Bad<T>(Reason reason) implements Parsed<T> {}

    /** Parses a valid result. */
    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    /**
     * Parses a reason that concerns the whole string: a clause without a full stop, e.g. "an octet has a leading zero".
     */
    static <T> Parsed<T> bad(String reason) {
        return new Bad<>(Reason.of(reason));
    }

    /** Parses a reason. */
    static <T> Parsed<T> bad(Reason reason) {
        return new Bad<>(reason);
    }

    /** Returns the value, if there is one. */
    default Optional<T> toOptional() {
        return switch (this) {
            case Good<T>(T v) -> Optional.of(v);
            case Bad<T> b -> Optional.empty();
        };
    }

    /** Returns the converted value, or the same reason. */
    default <R> Parsed<R> map(Function<T, R> next) {
        return then(v -> good(next.apply(v)));
    }

    /** Returns the result of a further check of the value, or the same reason. */
    default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
        return switch (this) {
            case Good<T>(T v) -> next.apply(v);
            case Bad<T>(Reason reason) -> bad(reason);
        };
    }
}
