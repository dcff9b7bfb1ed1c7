package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.LoopVariables;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Names in expressions. */
final class ExpressionNames {
    /** Kinds of the names in fields of plain names, by the field. */
    private static final Map<String, String> NAMED =
            Map.of("to", SymbolKey.TENANT, "policies", SymbolKey.POLICY, "sysext", "extension", "confext", "extension");

    private final Consumer<NameUse> out;

    ExpressionNames(Consumer<NameUse> out) {
        this.out = out;
    }

    /**
     * Reads an expression.
     *
     * @param field name of the field that it is the value of, or nothing
     */
    void read(Expr expr, Type type, String field, NameScope scope) {
        Type core = Type.core(type);
        switch (expr) {
            case Expr.NameRef name -> name(name.name(), name.span(), core, field, scope);
            case Expr.Member member -> member(member, core, scope);
            case Expr.Call call -> call.args().forEach(arg -> read(arg.value(), Type.ANY, "", scope));
            case Expr.Template template -> template.parts().forEach(part -> read(part, Type.ANY, "", scope));
            case Expr.Unary unary -> read(unary.operand(), Type.ANY, "", scope);
            case Expr.Binary binary -> {
                read(binary.left(), Type.ANY, "", scope);
                read(binary.right(), Type.ANY, "", scope);
            }
            case Expr.Range range -> {
                read(range.from(), Type.ANY, "", scope);
                read(range.to(), Type.ANY, "", scope);
            }
            case Expr.Conditional choice -> {
                read(choice.condition(), Type.ANY, "", scope);
                read(choice.then(), type, field, scope);
                read(choice.otherwise(), type, field, scope);
            }
            case Expr.ListOf list -> list.elements().forEach(e -> read(e, element(core), field, scope));
            case Expr.Comprehension loop -> loop(loop, core, field, scope);
            case Expr.RecordOf record ->
                record.fields()
                        .forEach(part ->
                                read(part.value(), part(core, part.name().text()), "", scope));
            default -> {
                // Literals and implicit names.
            }
        }
    }

    /** Returns the scope with the variables of a loop, which it reports. */
    NameScope variables(LoopVariables variables, NameScope scope) {
        NameScope inner = scope;
        for (Name name : variables.all()) {
            out.accept(new NameUse.Declares(
                    name.span(), inner.local(name.text(), name.span()), name.span(), Optional.empty()));
            inner = inner.with(name.text(), name.span());
        }
        return inner;
    }

    private void loop(Expr.Comprehension loop, Type core, String field, NameScope scope) {
        read(loop.in(), Type.ANY, "", scope);
        NameScope inner = variables(loop.variables(), scope);
        loop.where().ifPresent(where -> read(where, Type.ANY, "", inner));
        read(loop.element(), element(core), field, inner);
    }

    private static Type element(Type core) {
        return switch (core) {
            case Type.ListOf(Type t) -> t;
            case Type.SetOf(Type t) -> t;
            default -> Type.ANY;
        };
    }

    private static Type part(Type core, String name) {
        return switch (core) {
            case Type.RecordOf record ->
                record.field(name).map(io.bitbuilder.bbc.schema.Field::type).orElse(Type.ANY);
            case Type.MapOf map -> map.value();
            default -> Type.ANY;
        };
    }

    private void name(String name, Span span, Type core, String field, NameScope scope) {
        if (!scope.locals().containsKey(name)) {
            switch (core) {
                case Type.OneOf(var words)
                when words.words().contains(name) -> {
                    out.accept(new NameUse.OfWord(span, words));
                    return;
                }
                case Type.Ref(String kind) -> {
                    out.accept(new NameUse.Refers(span, scope.referred(kind, name)));
                    return;
                }
                case Type.Of(Scalar s)
                when s == Scalar.NAME -> {
                    String kind = NAMED.get(field);
                    if (kind != null) {
                        out.accept(new NameUse.Refers(span, scope.named(kind, name)));
                    }
                    return;
                }
                default -> {
                    // A name of the program.
                }
            }
        }
        out.accept(new NameUse.Refers(span, scope.bare(name)));
    }

    /** An offer and a peer are {@code tenant.name}; any other member is that of a block. */
    private void member(Expr.Member member, Type core, NameScope scope) {
        if (core instanceof Type.Of(Scalar of) && of.takesPath() && member.of() instanceof Expr.NameRef tenant) {
            out.accept(new NameUse.Refers(
                    tenant.span(), List.of(new SymbolKey(SymbolKey.TENANT, Owner.PLATFORM, tenant.name()))));
            out.accept(new NameUse.Refers(
                    member.name().span(),
                    List.of(new SymbolKey(
                            of == Scalar.NETWORK_NAME ? "network" : "expose",
                            new Owner.Tenant(tenant.name()),
                            member.name().text()))));
        } else {
            read(member.of(), Type.ANY, "", scope);
        }
    }
}
