package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.Values;
import io.bitbuilder.bbc.eval.Want;
import io.bitbuilder.bbc.source.Limit;
import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Goes through the conditions and loops around a statement. */
final class Guards {
    private final Context context;
    private final UnaryOperator<Scope> view;

    /** Guards whose expressions see a scope through that view. */
    Guards(Context context, UnaryOperator<Scope> view) {
        this.context = context;
        this.view = view;
    }

    /** A scope that a statement stands in; broken when a guard has been reported as wrong. */
    record Entered(Env env, boolean broken) {}

    /** The scopes that a statement stands in: none, one, or one for each round of its loops. */
    List<Entered> enter(List<BodyIndex.Guard> guards, Env env) {
        List<Entered> now = List.of(new Entered(env, false));
        for (BodyIndex.Guard guard : guards) {
            List<Entered> next = new ArrayList<>();
            for (Entered entered : now) {
                switch (guard) {
                    case BodyIndex.Guard.When w -> when(w, entered, next);
                    case BodyIndex.Guard.Each e -> each(e, entered, next);
                }
            }
            now = next;
        }
        return now;
    }

    private void when(BodyIndex.Guard.When guard, Entered entered, List<Entered> out) {
        Value holds = known(condition(guard.condition(), entered.env), guard.condition().span());
        if (holds instanceof Value.Error) {
            out.add(new Entered(entered.env.with(guard.lets()), true));
        } else if (holds.equals(Value.of(guard.outcome()))) {
            out.add(new Entered(entered.env.with(guard.lets()), entered.broken));
        }
    }

    private void each(BodyIndex.Guard.Each guard, Entered entered, List<Entered> out) {
        Expr in = guard.loop().in();
        Value all = known(context.evaluator().eval(in, Want.ANY, view.apply(entered.env)), in.span());
        Optional<List<Value>> elements = context.evaluator().elements(all, in.span(), entered.env);
        if (elements.isEmpty() || !entered.env.budget().elements(Limit.LOOP_ELEMENTS, out.size() + elements.get().size(), in.span())) {
            out.add(new Entered(entered.env.bind(guard.loop().variable().text(), Value.ERROR), true));
            return;
        }
        for (Value element : elements.get()) {
            Env round = entered.env.bind(guard.loop().variable().text(), element);
            Value kept = guard.loop().where().map(w -> known(condition(w, round), w.span())).orElse(Value.of(true));
            if (kept instanceof Value.Error || kept.equals(Value.of(true))) {
                out.add(new Entered(round.with(guard.lets()), entered.broken || kept instanceof Value.Error));
            }
        }
    }

    private Value condition(Expr expr, Env env) {
        return context.evaluator().condition(expr, view.apply(env));
    }

    /** What decides structure must be known before anything is allocated. */
    Value known(Value value, Span span) {
        if (value instanceof Value.Late(String claim, Span asked)) {
            context.report(Finding.of(Code.STG001, asked, "this decides what there is, and `" + claim + "` is only known after the allocation")
                    .also(span, "the condition or loop")
                    .why("what is allocated follows from the program's blocks, not the other way round")
                    .fix("decide by a field that the allocator has no say in"));
            return Value.ERROR;
        }
        return Values.isOpen(value) ? Value.ERROR : value;
    }
}
