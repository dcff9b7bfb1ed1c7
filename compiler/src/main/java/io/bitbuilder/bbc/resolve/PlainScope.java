package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What may decide over a {@code use}: locals, parameters and the tenant's name, but no field of a block, because which
 * profiles there are must be known before any field has a value.
 */
record PlainScope(Scope inner, Context context) implements Scope {
    @Override
    public Optional<Value> local(String name) {
        return inner.local(name);
    }

    @Override
    public Value place(String word, Span span) {
        return word.equals("tenant") ? inner.place(word, span) : refused(word, span);
    }

    @Override
    public Optional<Value> sibling(String name) {
        return Optional.empty();
    }

    @Override
    public Value reference(String kind, String name, Span span) {
        return inner.reference(kind, name, span);
    }

    @Override
    public List<String> names() {
        return inner.names();
    }

    @Override
    public Budget budget() {
        return inner.budget();
    }

    private Value refused(String word, Span span) {
        context.report(Finding.of(Code.STG002, span, "what decides over `use`, and its arguments, cannot look into `" + word + "`")
                .why("which profiles a block uses must be known before any of its fields has a value")
                .fix("decide by a parameter, a `let` or `tenant.name`"));
        return Value.ERROR;
    }
}
