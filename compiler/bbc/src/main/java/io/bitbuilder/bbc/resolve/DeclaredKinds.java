package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.schema.SchemaReader;
import io.bitbuilder.bbc.schema.Types;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.TypeExpr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kinds of the standard library, and the fields that the platform adds to them. */
final class DeclaredKinds {
    private final Findings findings;
    private final List<Decl.Kind> kinds = new ArrayList<>();
    private final List<Decl.Extension> extensions = new ArrayList<>();

    DeclaredKinds(Findings findings) {
        this.findings = findings;
    }

    void declare(Decl.Kind kind, Owner owner) {
        if (owner instanceof Owner.Std) {
            kinds.add(kind);
        } else {
            findings.add(Finding.of(
                            Code.PLATFORM_ONLY,
                            kind.name().span(),
                            Resolver.title(owner) + " cannot declare kind `" + kind.name() + "`")
                    .why("the compiler lowers the kinds of the standard library only"));
        }
    }

    void extend(Decl.Extension extension, Owner owner) {
        if (owner instanceof Owner.Tenant tenant) {
            findings.add(Finding.of(
                            Code.PLATFORM_ONLY,
                            extension.kind().span(),
                            "tenant " + tenant.name() + " cannot extend kind `" + extension.kind() + "`")
                    .label("this file belongs to tenant " + tenant.name())
                    .why("policies of the platform give a meaning to the fields that it adds"));
        } else {
            extensions.add(extension);
        }
    }

    /** Returns the schema; the lookups find the types of the kinds and those of the extensions. */
    Schema schema(Types.Lookup std, Types.Lookup platform) {
        Map<String, List<Decl.KindMember>> added = new HashMap<>();
        extensions.forEach(extension -> add(extension, added));
        return SchemaReader.read(kinds, std, added, platform, findings);
    }

    private void add(Decl.Extension extension, Map<String, List<Decl.KindMember>> added) {
        Name name = extension.kind();
        Optional<Decl.Kind> kind =
                kinds.stream().filter(k -> k.name().text().equals(name.text())).findFirst();
        if (kind.isEmpty()) {
            findings.add(EvalMessages.unknown(
                    Code.UNKNOWN_DEFINITION,
                    name.span(),
                    "unknown kind `" + name + "`",
                    name.text(),
                    kinds.stream().map(k -> k.name().text()).toList()));
            return;
        }
        List<Decl.KindMember> members = added.computeIfAbsent(name.text(), k -> new ArrayList<>());
        for (Decl.KindMember member : extension.members()) {
            Optional<Finding> mistake = mistake(member, kind.get(), members);
            mistake.ifPresent(findings::add);
            if (mistake.isEmpty()) {
                members.add(member);
            }
        }
    }

    private Optional<Finding> mistake(Decl.KindMember member, Decl.Kind kind, List<Decl.KindMember> added) {
        Name name = member.name();
        boolean isTaken = isMember(name, kind.members()) || isMember(name, added) || isBlock(name, kind);
        if (isTaken || name.text().equals("name")) {
            return Optional.of(Finding.of(
                            Code.DUPLICATE_NAME,
                            name.span(),
                            "duplicate name `" + name + "` in kind `" + kind.name() + "`")
                    .why("a name has one meaning in a block")
                    .fix("rename it"));
        }
        boolean plain = !(member.type() instanceof TypeExpr.Block) && !(member.type() instanceof TypeExpr.Many);
        boolean late = member.value().filter(Expr.Auto.class::isInstance).isPresent();
        return plain && !late && member.writes().isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                                Code.TYPE_NOT_ALLOWED, name.span(), "`extend` adds plain fields, unlike `" + name + "`")
                        .why("policies and tests read the field; no directive, block or allocation follows from it")
                        .fix("write it like `" + name + ": Text?`"));
    }

    private boolean isBlock(Name name, Decl.Kind kind) {
        return kinds.stream()
                .filter(k -> k.name().text().equals(name.text()))
                .anyMatch(k -> k.in().stream()
                        .anyMatch(in -> in.text().equals(kind.name().text())));
    }

    private static boolean isMember(Name name, List<Decl.KindMember> members) {
        return members.stream().anyMatch(m -> m.name().text().equals(name.text()));
    }
}
