package io.bitbuilder.bbc.schema;

import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.TypeExpr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves written types; a name is a scalar, an enum or another type in scope. */
public final class Types {
    /** Finds the enums and types of users and the library by name. */
    public interface Lookup {
        /** Returns the type of that name. */
        Optional<Type> named(String name);

        /** Returns the names in scope, for suggestions. */
        List<String> names();
    }

    private final Lookup lookup;
    private final Findings findings;

    /** Creates a resolver with that lookup. */
    public Types(Lookup lookup, Findings findings) {
        this.lookup = lookup;
        this.findings = findings;
    }

    /** Returns the type; empty if it has been reported as invalid. */
    public Optional<Type> read(TypeExpr written) {
        return switch (written) {
            case TypeExpr.Named n -> named(n);
            case TypeExpr.Ref(var kind, var span) -> Optional.of(new Type.Ref(kind.text()));
            case TypeExpr.Maybe m -> read(m.type()).map(Type.Maybe::new);
            case TypeExpr.ListOf l -> read(l.type()).map(Type.ListOf::new);
            case TypeExpr.SetOf s -> read(s.type()).map(Type.SetOf::new);
            case TypeExpr.MapOf m -> read(m.key()).flatMap(k -> read(m.value()).map(v -> new Type.MapOf(k, v)));
            case TypeExpr.Refined r -> read(r.type()).map(t -> new Type.Refined(t, r.condition()));
            case TypeExpr.RecordOf r -> Optional.of(new Type.RecordOf(fields(r.members())));
            case TypeExpr.Block b -> misplaced(b);
            case TypeExpr.Many m -> misplaced(m);
        };
    }

    /** Returns a field of a kind or record; empty if its type has been reported as invalid. */
    public Optional<Field> field(Decl.KindMember member) {
        return read(member.type()).map(type -> {
            List<DirectivePath> writes = member.writes().stream()
                    .map(w -> DirectivePath.parse(w.text()))
                    .toList();
            boolean late = member.value().filter(Expr.Auto.class::isInstance).isPresent()
                    || Type.assignedAddress(type).isPresent();
            return new Field(member.name().text(), type, member.value(), writes, late, member.doc(), member.span());
        });
    }

    private List<Field> fields(List<Decl.KindMember> members) {
        List<Field> fields = new ArrayList<>();
        members.forEach(m -> field(m).ifPresent(fields::add));
        return List.copyOf(fields);
    }

    private Optional<Type> named(TypeExpr.Named written) {
        String name = written.name().text();
        Optional<Type> type = Scalar.of(name).<Type>map(Type.Of::new).or(() -> lookup.named(name));
        if (type.isEmpty()) {
            List<String> known = new ArrayList<>(lookup.names());
            for (Scalar s : Scalar.values()) {
                known.add(s.word());
            }
            Finding finding = Finding.of(Code.UNKNOWN_DEFINITION, written.span(), "unknown type `" + name + "`");
            findings.add(Suggestions.closest(name, known)
                    .map(n -> finding.fix("write `" + n + "`"))
                    .orElse(finding));
        }
        return type;
    }

    private Optional<Type> misplaced(TypeExpr written) {
        findings.add(Finding.of(Code.TYPE_NOT_ALLOWED, written.span(), "`block` and `many` are only allowed in kinds")
                .why("a type describes a value, and a block is not a value"));
        return Optional.empty();
    }
}
