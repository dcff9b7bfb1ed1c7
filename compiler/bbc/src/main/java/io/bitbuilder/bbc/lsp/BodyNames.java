package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Member;
import io.bitbuilder.bbc.schema.NestedBlock;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Names in the bodies of blocks and profiles. */
final class BodyNames {
    private final Consumer<NameUse> out;
    private final ExpressionNames expressions;
    private final LabelNames labels;

    BodyNames(Consumer<NameUse> out) {
        this.out = out;
        this.expressions = new ExpressionNames(out);
        this.labels = new LabelNames(out, expressions);
    }

    /** Returns the reader of expressions. */
    ExpressionNames expressions() {
        return expressions;
    }

    /**
     * Reads a body.
     *
     * @param kind kind of the block; empty if unknown
     * @param prefix path of the nested block with a dot at its end, or nothing
     */
    void read(Body body, Optional<Kind> kind, String prefix, NameScope outer) {
        NameScope scope = outer;
        for (Stmt stmt : body.stmts()) {
            if (stmt instanceof Stmt.Let let) {
                scope = local(let.name(), let.span(), scope);
            }
        }
        for (Stmt stmt : body.stmts()) {
            read(stmt, kind, prefix, scope);
        }
    }

    /** Declares a local and returns the scope with it. */
    NameScope local(Name name, Span whole, NameScope scope) {
        out.accept(new NameUse.Declares(name.span(), scope.local(name.text(), name.span()), whole, Optional.empty()));
        return scope.with(name.text(), name.span());
    }

    private void read(Stmt stmt, Optional<Kind> kind, String prefix, NameScope scope) {
        switch (stmt) {
            case Stmt.Field field -> field(field, kind, prefix, scope);
            case Stmt.Entry entry -> entry(entry, kind, prefix, scope);
            case Stmt.Defaults defaults -> {
                Optional<Kind> of = scope.schema().kind(defaults.kind().text());
                of.ifPresent(k -> out.accept(new NameUse.OfKind(defaults.kind().span(), k)));
                read(defaults.body(), of, "", scope);
            }
            case Stmt.Use use -> {
                String name = use.path().stream().map(Name::text).collect(Collectors.joining("."));
                Span span = use.path().getFirst().span().to(use.path().getLast().span());
                out.accept(new NameUse.Refers(span, scope.named(SymbolKey.PROFILE, name)));
                use.args().forEach(arg -> expressions.read(arg.value(), Type.ANY, "", scope));
            }
            case Stmt.Let let -> expressions.read(let.value(), Type.ANY, "", scope);
            case Stmt.If choice -> {
                expressions.read(choice.condition(), Type.ANY, "", scope);
                read(choice.then(), kind, prefix, scope);
                choice.otherwise().ifPresent(body -> read(body, kind, prefix, scope));
            }
            case Stmt.For loop -> {
                expressions.read(loop.in(), Type.ANY, "", scope);
                NameScope inner = expressions.variables(loop.variables(), scope);
                loop.where().ifPresent(where -> expressions.read(where, Type.ANY, "", inner));
                read(loop.body(), kind, prefix, inner);
            }
            case Stmt.Refused refused -> {
                // The parser has reported it.
            }
        }
    }

    private void field(Stmt.Field stmt, Optional<Kind> kind, String prefix, NameScope scope) {
        String path = prefix;
        Type type = Type.ANY;
        String name = "";
        for (Name part : stmt.path()) {
            name = part.text();
            Optional<Member> member = member(kind, path, name);
            String own = path + name;
            member.ifPresent(m -> out.accept(new NameUse.OfMember(part.span(), kind.orElseThrow(), own, m)));
            type = member.filter(Field.class::isInstance)
                    .map(m -> ((Field) m).type())
                    .orElse(Type.ANY);
            path = own + ".";
        }
        expressions.read(stmt.value(), type, name, scope);
    }

    /** Returns the member of a kind or of a nested block. */
    static Optional<Member> member(Optional<Kind> kind, String prefix, String name) {
        return kind.flatMap(k -> prefix.isEmpty()
                ? k.members().member(name)
                : k.nestedBlock(prefix.substring(0, prefix.length() - 1))
                        .flatMap(nested -> nested.members().member(name)));
    }

    private void entry(Stmt.Entry entry, Optional<Kind> kind, String prefix, NameScope scope) {
        Span word = entry.kind().span();
        Optional<Member> member = kind.isEmpty()
                ? Optional.empty()
                : member(kind, prefix, entry.kind().text());
        switch (member.orElse(null)) {
            case NestedBlock nested -> {
                String path = prefix + nested.name();
                out.accept(new NameUse.OfMember(word, kind.orElseThrow(), path, nested));
                entry.body().ifPresent(body -> read(body, kind, path + ".", scope));
            }
            case Field field -> {
                out.accept(new NameUse.OfMember(word, kind.orElseThrow(), prefix + field.name(), field));
                Type value = Type.core(field.type()) instanceof Type.MapOf map ? map.value() : Type.ANY;
                entry.body().ifPresent(body -> entries(body, value, scope));
            }
            case KeyedBlocks keyed -> block(entry, scope.schema().kind(keyed.kind()), keyed.by(), kind, scope);
            case null -> block(entry, scope.inside(kind, entry.kind().text()), List.of(), kind, scope);
        }
    }

    private void block(Stmt.Entry entry, Optional<Kind> of, List<String> by, Optional<Kind> parent, NameScope scope) {
        of.ifPresent(kind -> {
            out.accept(new NameUse.OfKind(entry.kind().span(), kind));
            labels.read(entry, kind, by, parent, scope);
        });
        entry.body().ifPresent(body -> read(body, of, "", scope));
    }

    /** Reads the entries of a map: their names are keys. */
    private void entries(Body body, Type value, NameScope scope) {
        for (Stmt stmt : body.stmts()) {
            if (stmt instanceof Stmt.Field(boolean f, var path, boolean a, Expr expr, var doc, Span s)) {
                expressions.read(expr, value, "", scope);
            }
        }
    }
}
