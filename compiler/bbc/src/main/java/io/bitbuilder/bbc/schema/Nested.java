package io.bitbuilder.bbc.schema;

import java.util.Optional;

/** Single nested block; an optional one is absent until it is written. */
public record Nested(String name, boolean optional, Shape shape, Optional<String> doc) implements Member {}
