package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Scope of conditions and arguments of {@code use}: locals, parameters and the tenant's name, but no field of a block,
 * because the profiles must be known before any field has a value.
 */
record PlainScope(Scope inner, ProgramContext context) implements Scope {
    @Override
    public Optional<Value> local(String name) {
        return inner.local(name);
    }

    @Override
    public Value place(String word, Span span) {
        return word.equals("tenant") ? inner.place(word, span) : refused(word, span);
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
    public List<String> names() {
        return inner.names();
    }

    @Override
    public Budget budget() {
        return inner.budget();
    }

    private Value refused(String word, Span span) {
        context.report(Finding.of(
                        Code.USE_DEPENDS_ON_FIELD,
                        span,
                        "`use` depends on `" + word + "`, whose fields have no value yet")
                .why("the profiles of a block must be known before any of its fields has a value")
                .fix("use a parameter, a `let` or `tenant.name` instead"));
        return Value.ERROR;
    }
}
