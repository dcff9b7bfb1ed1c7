package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Evaluates the constants of a profile at its declaration, so that mistakes show before anyone uses it. */
final class ConstantCheck {
    private final LexicalScope env;
    private final Kind kind;

    private ConstantCheck(LexicalScope env, Kind kind) {
        this.env = env;
        this.kind = kind;
    }

    static void check(DeclaredProfile profile, List<String> params, Kind kind, ProgramContext context) {
        Budget budget = new Budget("profile " + profile.name(), context.limits(), context.findings());
        new ConstantCheck(LexicalScope.of(profile.home(), context, budget), kind)
                .body(profile.decl().body(), "", params);
    }

    private void body(Body body, String prefix, List<String> outer) {
        List<String> locals = new ArrayList<>(outer);
        for (Stmt stmt : body.stmts()) {
            if (stmt instanceof Stmt.Let l) {
                locals.add(l.name().text());
            }
        }
        for (Stmt stmt : body.stmts()) {
            switch (stmt) {
                case Stmt.Field f -> field(f, prefix, locals);
                case Stmt.Entry e
                when e.labels().isEmpty() && e.body().isPresent() ->
                    body(e.body().get(), prefix + e.kind() + ".", locals);
                case Stmt.If i -> {
                    body(i.then(), prefix, locals);
                    i.otherwise().ifPresent(b -> body(b, prefix, locals));
                }
                default -> {
                    // Keyed blocks, loops and uses need a block.
                }
            }
        }
    }

    private void field(Stmt.Field stmt, String prefix, List<String> locals) {
        String path = prefix + stmt.path().stream().map(Name::text).collect(Collectors.joining("."));
        Optional<Field> field = kind.field(path);
        if (field.isPresent() && isConstant(stmt.value(), field.get().type(), locals)) {
            env.eval(
                    stmt.value(),
                    new Expectation(
                            field.get().type(), "`" + path + "`", field.get().late()));
        }
    }

    private static boolean isConstant(Expr expr, Type type, List<String> locals) {
        return switch (expr) {
            case Expr.Literal l -> true;
            case Expr.Bool b -> true;
            case Expr.Text t -> !(Type.core(type) instanceof Type.Ref);
            case Expr.Auto a -> true;
            case Expr.None n -> true;
            case Expr.NameRef n -> Type.core(type) instanceof Type.OneOf && !locals.contains(n.name());
            case Expr.ListOf l -> l.elements().stream().allMatch(e -> isConstant(e, Type.ANY, locals));
            default -> false;
        };
    }
}
