package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Names in the labels of blocks: they declare the block, or refer to another. */
final class LabelNames {
    /** Kinds of the platform whose blocks have the name of another block. */
    private static final Map<String, String> NAMED_LIKE = Map.of("admit", SymbolKey.TENANT);

    private final Consumer<NameUse> out;
    private final ExpressionNames expressions;

    LabelNames(Consumer<NameUse> out, ExpressionNames expressions) {
        this.out = out;
        this.expressions = expressions;
    }

    /**
     * Reads the labels of a block.
     *
     * @param by fields of its key; empty if it has a name alone
     * @param parent kind of the block around it; empty at the top of a file
     */
    void read(Stmt.Entry entry, Kind kind, List<String> by, Optional<Kind> parent, NameScope scope) {
        for (int i = 0; i < entry.labels().size(); i++) {
            Stmt.Label label = entry.labels().get(i);
            Optional<Field> key = i < by.size() ? kind.field(by.get(i)) : Optional.empty();
            if (label.computed() || key.isPresent()) {
                expressions.read(
                        label.value(),
                        key.map(Field::type).orElse(Type.ANY),
                        key.map(Field::name).orElse(""),
                        scope);
            } else if (i == 0 && label.value() instanceof Expr.NameRef name) {
                named(name, entry, kind, parent, scope);
            }
        }
    }

    private void named(Expr.NameRef name, Stmt.Entry entry, Kind kind, Optional<Kind> parent, NameScope scope) {
        String like = NAMED_LIKE.get(kind.name());
        Optional<String> refers = like == null ? defaultReference(kind, entry) : Optional.of(like);
        if (refers.isPresent()) {
            out.accept(new NameUse.Refers(name.span(), scope.named(refers.get(), name.name())));
        } else if (isOfOwner(parent)) {
            Owner home = kind.name().equals(SymbolKey.TENANT) ? Owner.PLATFORM : scope.owner();
            Span whole = entry.span();
            out.accept(new NameUse.Declares(
                    name.span(),
                    new SymbolKey(word(entry, kind), home, name.name()),
                    whole,
                    entry.doc().or(kind::doc)));
        }
    }

    /** Names of blocks within a workload are known in that workload alone. */
    private static boolean isOfOwner(Optional<Kind> parent) {
        return parent.isEmpty()
                || parent.get().name().equals(SymbolKey.TENANT)
                || parent.get().name().equals("platform");
    }

    /** Returns the name of the kind; of an element of a keyed member, that of the member. */
    private static String word(Stmt.Entry entry, Kind kind) {
        return kind.in().isEmpty() ? entry.kind().text() : kind.name();
    }

    /** Returns the kind of the block that the name of a block refers to: {@code attach front} is in network front. */
    private static Optional<String> defaultReference(Kind kind, Stmt.Entry entry) {
        for (Field field : kind.fields().values()) {
            boolean byName = field.value()
                    .filter(value -> value instanceof Expr.NameRef(String n, Span s) && n.equals("name"))
                    .isPresent();
            if (byName && Type.core(field.type()) instanceof Type.Ref(String to) && !writes(entry, field.name())) {
                return Optional.of(to);
            }
        }
        return Optional.empty();
    }

    private static boolean writes(Stmt.Entry entry, String field) {
        return entry.body().stream()
                .flatMap(body -> body.stmts().stream())
                .anyMatch(stmt -> stmt instanceof Stmt.Field f
                        && f.path().getFirst().text().equals(field));
    }
}
