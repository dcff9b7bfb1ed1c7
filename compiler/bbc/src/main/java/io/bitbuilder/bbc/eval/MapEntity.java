package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Map of a block as policies and tests read it: {@code c.labels.tier} is {@code none} without such a key, since the
 * author of the policy does not know which keys the blocks have.
 */
public record MapEntity(String title, SortedMap<String, Value> entries) implements Entity {
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
