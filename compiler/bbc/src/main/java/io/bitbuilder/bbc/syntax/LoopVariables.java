package io.bitbuilder.bbc.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Variables of a loop: one for the elements, or for the keys of a map; two for its keys and values, {@code for key,
 * size in sizes}.
 */
public record LoopVariables(Name first, Optional<Name> second) {
    /** Returns the variables, in the order in which they are written. */
    public List<Name> all() {
        return Stream.concat(Stream.of(first), second.stream()).toList();
    }

    /** Returns their names. */
    public List<String> names() {
        return all().stream().map(Name::text).toList();
    }

    @Override
    public String toString() {
        return String.join(", ", names());
    }
}
