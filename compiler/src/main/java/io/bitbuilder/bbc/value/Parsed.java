package io.bitbuilder.bbc.value;

import java.util.Optional;
import java.util.function.Function;

/** Result of a scalar parser: a value, or the reason why the text is invalid. */
public sealed interface Parsed<T> {
    /** Valid text with its value. */
    record Good<T>(T value) implements Parsed<T> {}

    /** Invalid text; the reason is a clause without a full stop, such as "an octet has a leading zero". */
    record Bad<T>(String reason) implements Parsed<T> {}

    /** Returns a valid result. */
    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    /** Returns an invalid result. */
    static <T> Parsed<T> bad(String reason) {
        return new Bad<>(reason);
    }

    /** Returns the value, if valid. */
    default Optional<T> toOptional() {
        return switch (this) {
            case Good<T>(T v) -> Optional.of(v);
            case Bad<T> b -> Optional.empty();
        };
    }

    /** Maps the value; an invalid result is unchanged. */
    default <R> Parsed<R> map(Function<T, R> next) {
        return then(v -> good(next.apply(v)));
    }

    /** Parses the value further; an invalid result is unchanged. */
    default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
        return switch (this) {
            case Good<T>(T v) -> next.apply(v);
            case Bad<T>(String reason) -> bad(reason);
        };
    }
}
