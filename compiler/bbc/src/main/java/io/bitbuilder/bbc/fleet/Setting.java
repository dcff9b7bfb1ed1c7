package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.DirectivePath;
import io.bitbuilder.bbc.schema.Type;
import java.util.Optional;

/**
 * A directive that a field of a block is ({@code writes} in its kind).
 *
 * @param field path of the field, {@code memory.swap}
 * @param type type of the field
 * @param value its value; empty when it is {@code none}
 */
public record Setting(String field, DirectivePath directive, Type type, Optional<Value> value) {}
