package io.bitbuilder.bbc.value;

import java.util.Optional;
import java.util.function.Function;

/** The answer of a scalar parser: a value, or one sentence that says what is wrong with the text. */
public sealed interface Parsed<T> {
    /** It parsed. */
    record Good<T>(T value) implements Parsed<T> {}

    /** It did not; the reason is a clause without a full stop, e.g. "an octet has a leading zero". */
    record Bad<T>(String reason) implements Parsed<T> {}

    /** A value. */
    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    /** A reason. */
    static <T> Parsed<T> bad(String reason) {
        return new Bad<>(reason);
    }

    /** The value, if there is one. */
    default Optional<T> toOptional() {
        return switch (this) {
            case Good<T>(T v) -> Optional.of(v);
            case Bad<T> b -> Optional.empty();
        };
    }

    /** The value, made into another; a reason stays. */
    default <R> Parsed<R> map(Function<T, R> next) {
        return then(v -> good(next.apply(v)));
    }

    /** The value, judged further; a reason stays. */
    default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
        return switch (this) {
            case Good<T>(T v) -> next.apply(v);
            case Bad<T>(String reason) -> bad(reason);
        };
    }
}
