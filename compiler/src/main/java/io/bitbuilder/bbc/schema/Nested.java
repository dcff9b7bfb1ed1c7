package io.bitbuilder.bbc.schema;

import java.util.Optional;

/** One nested block; an optional one is absent until somebody writes it. */
public record Nested(String name, boolean optional, Shape shape, Optional<String> doc) implements Member {}
