package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Evaluates the conditions and loops around a statement. */
final class Guards {
    private final ProgramContext context;
    private final UnaryOperator<Scope> view;

    /** Creates guards whose expressions see a scope through that view. */
    Guards(ProgramContext context, UnaryOperator<Scope> view) {
        this.context = context;
        this.view = view;
    }

    /** Scope of a statement; broken if a guard has been reported as invalid. */
    record Entered(LexicalScope env, boolean broken) {}

    /** Returns the scopes of a statement: none, one, or one per iteration of its loops. */
    List<Entered> enter(List<BodyIndex.Guard> guards, LexicalScope env) {
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
        Value holds = known(
                condition(guard.condition(), entered.env), guard.condition().span());
        if (holds instanceof Value.Error) {
            out.add(new Entered(entered.env.with(guard.lets()), true));
        } else if (holds.equals(Value.of(guard.outcome()))) {
            context.branches().taken(guard.condition(), guard.outcome());
            out.add(new Entered(entered.env.with(guard.lets()), entered.broken));
        }
    }

    private void each(BodyIndex.Guard.Each guard, Entered entered, List<Entered> out) {
        Expr in = guard.loop().in();
        Value all = known(context.evaluator().eval(in, Expectation.ANY, view.apply(entered.env)), in.span());
        Optional<List<Map<String, Value>>> rounds =
                context.evaluator().rounds(guard.loop().variables(), all, in.span(), entered.env);
        if (rounds.isEmpty()
                || !entered.env
                        .budget()
                        .elements(Limit.LOOP_ELEMENTS, out.size() + rounds.get().size(), in.span())) {
            LexicalScope unknown = entered.env;
            for (String variable : guard.loop().variables().names()) {
                unknown = unknown.bind(variable, Value.ERROR);
            }
            out.add(new Entered(unknown, true));
            return;
        }
        for (Map<String, Value> values : rounds.get()) {
            LexicalScope round = bound(entered.env, values);
            Value kept = guard.loop()
                    .where()
                    .map(w -> known(condition(w, round), w.span()))
                    .orElse(Value.of(true));
            if (kept instanceof Value.Error || kept.equals(Value.of(true))) {
                context.branches().taken(in, true);
                out.add(new Entered(round.with(guard.lets()), entered.broken || kept instanceof Value.Error));
            }
        }
    }

    private static LexicalScope bound(LexicalScope env, Map<String, Value> values) {
        LexicalScope round = env;
        for (Map.Entry<String, Value> variable : values.entrySet()) {
            round = round.bind(variable.getKey(), variable.getValue());
        }
        return round;
    }

    private Value condition(Expr expr, LexicalScope env) {
        return context.evaluator().condition(expr, view.apply(env));
    }

    /** Structure must be known before the allocation. */
    Value known(Value value, Span span) {
        if (value instanceof Value.Late(String claim, Span asked)) {
            context.report(Finding.of(
                            Code.DEPENDS_ON_ALLOCATION,
                            asked,
                            "a condition or loop depends on the allocated value `" + claim + "`")
                    .also(span, "the condition or loop")
                    .why("the allocation follows from the program's blocks, so blocks cannot depend on it")
                    .fix("use a field that is not allocated"));
            return Value.ERROR;
        }
        return ValueFormatter.isOpen(value) ? Value.ERROR : value;
    }
}
