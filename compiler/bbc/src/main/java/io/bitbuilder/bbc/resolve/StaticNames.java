package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Evaluator;
import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks names and calls of expressions without evaluating them, and reports those that no evaluation reported. */
final class StaticNames {
    private static final Type BOOL = new Type.Of(Scalar.BOOL);
    private static final Type INT = new Type.Of(Scalar.INT);

    private final ProgramContext context;
    private final BlockNames blocks;
    private final Budget budget;
    private final Set<Span> reported = new HashSet<>();

    StaticNames(ProgramContext context, BlockNames blocks) {
        this.context = context;
        this.blocks = blocks;
        this.budget = new Budget("the program", context.limits(), context.findings());
        context.findings()
                .all()
                .forEach(finding -> reported.add(finding.primary().span()));
    }

    void expression(Expr expr, Place place, VisibleNames visible) {
        switch (expr) {
            case Expr.NameRef name -> name(name, place, visible);
            case Expr.Member member -> member(member, place, visible);
            case Expr.Call call -> call(call, visible);
            case Expr.Template template -> template.parts().forEach(part -> expression(part, Place.ANYTHING, visible));
            case Expr.Unary unary ->
                expression(
                        unary.operand(),
                        unary.op() == Expr.UnaryOp.NOT ? Place.of(BOOL, "a condition") : Place.OPEN,
                        visible);
            case Expr.Binary binary -> binary(binary, visible);
            case Expr.Range range -> {
                expression(range.from(), Place.of(INT, "the bound of a range"), visible);
                expression(range.to(), Place.of(INT, "the bound of a range"), visible);
            }
            case Expr.Conditional choice -> {
                expression(choice.condition(), Place.of(BOOL, "a condition"), visible);
                expression(choice.then(), place, visible);
                expression(choice.otherwise(), place, visible);
            }
            case Expr.ListOf list -> list.elements().forEach(e -> expression(e, place.element(), visible));
            case Expr.Comprehension loop -> {
                expression(loop.in(), Place.ANYTHING, visible);
                VisibleNames inner = visible.with(loop.variables().names());
                loop.where().ifPresent(where -> expression(where, Place.of(BOOL, "a condition"), inner));
                expression(loop.element(), place.element(), inner);
            }
            case Expr.RecordOf record ->
                record.fields()
                        .forEach(field -> expression(
                                field.value(), place.entry(field.name().text()), visible));
            default -> {
                // Literals and implicit names.
            }
        }
    }

    /** A dotted name is the name of an offer where one is expected, else a member of a block. */
    private void member(Expr.Member member, Place place, VisibleNames visible) {
        boolean path = place.expected()
                .filter(e -> !(Type.core(e.type()) instanceof Type.Of(Scalar s) && s.takesPath()))
                .isEmpty();
        expression(member.of(), path ? Place.OPEN : Place.ANYTHING, visible);
    }

    private void call(Expr.Call call, VisibleNames visible) {
        Optional<Finding> mistake = Evaluator.mistake(call);
        mistake.ifPresent(this::report);
        List<Type> parameters = Evaluator.parameters(call.function().text());
        for (int i = 0; i < call.args().size(); i++) {
            Place place = mistake.isEmpty()
                    ? Place.of(parameters.get(i), "argument " + (i + 1) + " of `" + call.function() + "`")
                    : Place.OPEN;
            expression(call.args().get(i).value(), place, visible);
        }
    }

    private void binary(Expr.Binary binary, VisibleNames visible) {
        switch (binary.op()) {
            case AND, OR -> {
                expression(binary.left(), Place.of(BOOL, "a condition"), visible);
                expression(binary.right(), Place.of(BOOL, "a condition"), visible);
            }
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> {
                expression(binary.left(), Place.ANYTHING, visible);
                expression(binary.right(), Place.ANYTHING, visible);
            }
            // The other operand gives a bare word its meaning.
            default -> {
                expression(binary.left(), beside(binary.right()), visible);
                expression(binary.right(), beside(binary.left()), visible);
            }
        }
    }

    private static Place beside(Expr other) {
        return other instanceof Expr.Literal || other instanceof Expr.Bool ? Place.ANYTHING : Place.OPEN;
    }

    private void name(Expr.NameRef name, Place place, VisibleNames visible) {
        if (place.expected().isEmpty() || visible.hasLocal(name.name())) {
            return;
        }
        Expectation expected = place.expected().get();
        switch (Type.core(expected.type())) {
            case Type.OneOf(EnumType words) -> word(name, words.words(), expected);
            case Type.Ref ref -> {
                // Which blocks exist is known after evaluation only.
            }
            case Type.Of(Scalar s) when s.takesAnyWord() -> {
                // The word is the value.
            }
            case Type.Of(Scalar s)
            when !s.notation().words().isEmpty() -> word(name, s.notation().words(), expected);
            default -> block(name, expected, visible);
        }
    }

    private void word(Expr.NameRef name, List<String> words, Expectation expected) {
        if (!words.contains(name.name())) {
            report(EvalMessages.unknown(
                    Code.UNKNOWN_NAME,
                    name.span(),
                    "unknown value `" + name.name() + "` for " + expected.what(),
                    name.name(),
                    words));
        }
    }

    private void block(Expr.NameRef name, Expectation expected, VisibleNames visible) {
        if (!blocks.mayHave(visible, name.name())) {
            Set<String> all = blocks.of(visible.home());
            Set<String> known = budget.compares(all.size()) ? all : Set.of();
            String takes = expected.type() instanceof Type.Any
                    ? ""
                    : " for " + expected.what() + " (expected " + Type.described(expected.type()) + ")";
            String message = "unknown name `" + name.name() + "`" + takes;
            boolean far = Suggestions.nearest(name.name(), known).isEmpty();
            report(
                    far && Type.core(expected.type()) instanceof Type.Of(Scalar s)
                            ? Finding.of(Code.UNKNOWN_NAME, name.span(), message)
                                    .fix("write it like `" + s.example() + "`")
                            : EvalMessages.unknown(Code.UNKNOWN_NAME, name.span(), message, name.name(), known));
        }
    }

    private void report(Finding finding) {
        if (reported.add(finding.primary().span())) {
            context.report(finding);
        }
    }
}
