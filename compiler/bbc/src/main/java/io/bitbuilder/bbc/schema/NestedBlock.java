package io.bitbuilder.bbc.schema;

import java.util.Optional;

/** Single nested block; an optional one is absent until it is written. */
public record NestedBlock(String name, boolean optional, MemberTable members, Optional<String> doc) implements Member {}
