package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Scope of labels: a bare word in a label is literal, never a local. */
record LabelScope(Scope inner) implements Scope {
    @Override
    public Optional<Value> local(String name) {
        return Optional.empty();
    }

    @Override
    public Value place(String word, Span span) {
        return inner.place(word, span);
    }

    @Override
    public Optional<Value> sibling(String name, Span span) {
        return Optional.empty();
    }

    @Override
    public Value reference(String kind, String name, Span span) {
        return inner.reference(kind, name, span);
    }

    @Override
    public boolean isLocalElsewhere(String name) {
        return inner.local(name).isPresent();
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public Budget budget() {
        return inner.budget();
    }
}
