package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Map of a block as policies and tests read it: {@code c.labels.tier} is {@code none} without such a key, since the
 * author of the policy does not know which keys the blocks have.
 *
 * @param type of the field
 */
public record MapEntity(String title, Type type, SortedMap<String, Value> entries) implements Entity {
    /** A string of a label does not say that a word is meant, and an absent one says nothing. */
    @Override
    public Optional<Type> typeOf(Name name) {
        return Type.core(type) instanceof Type.MapOf(Type key, Type value) ? Optional.of(value) : Optional.empty();
    }

    @Override
    public Value member(Name name) {
        return entries.getOrDefault(name.text(), Value.NONE);
    }

    @Override
    public Optional<Value.Ref> reference() {
        return Optional.empty();
    }

    @Override
    public Optional<List<Value>> elements() {
        return Optional.of(entries.keySet().stream().map(Value::of).toList());
    }
}
