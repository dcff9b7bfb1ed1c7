package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.bbc.syntax.TypeExpr;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All names of a file with their meanings, in the order of the file. Tests have fleets of their own and are left out.
 */
final class ProgramNames {
    private final List<NameUse> uses = new ArrayList<>();
    private final BodyNames bodies = new BodyNames(uses::add);
    private final NameScope scope;
    private final String library;

    private ProgramNames(SourceUnit unit, Schema schema) {
        this.scope = new NameScope(schema, unit.file().owner(), Map.of());
        this.library = library(unit.file().path());
    }

    /** Returns the names of a file. */
    static List<NameUse> of(SourceUnit unit, Schema schema) {
        ProgramNames names = new ProgramNames(unit, schema);
        unit.decls().forEach(names::read);
        return names.uses.stream()
                .sorted((a, b) -> a.span().compareTo(b.span()))
                .toList();
    }

    /** Profiles of {@code lib/shop/} are named {@code shop.profile}. */
    private static String library(String path) {
        List<String> parts = List.of(path.split("/"));
        int lib = parts.indexOf("lib");
        return lib >= 0 && lib < parts.size() - 2 ? parts.get(lib + 1) + "." : "";
    }

    private void read(Decl decl) {
        switch (decl) {
            case Decl.TopLevelBlock(Stmt.Entry entry) ->
                bodies.read(
                        new io.bitbuilder.bbc.syntax.Body(List.of(entry), entry.span()), Optional.empty(), "", scope);
            case Decl.Profile profile -> profile(profile);
            case Decl.EnumType type -> declare(SymbolKey.TYPE, type.name(), type.span(), type.doc());
            case Decl.TypeAlias alias -> {
                declare(SymbolKey.TYPE, alias.name(), alias.span(), alias.doc());
                type(alias.type());
            }
            case Decl.Let let -> {
                declare(SymbolKey.VALUE, let.name(), let.span(), Optional.empty());
                bodies.expressions().read(let.value(), Type.ANY, "", scope);
            }
            case Decl.Data data -> {
                declare(SymbolKey.VALUE, data.name(), data.span(), Optional.empty());
                data.type().ifPresent(this::type);
            }
            case Decl.Policy policy -> declare(SymbolKey.POLICY, policy.name(), policy.span(), policy.doc());
            case Decl.Waiver waiver -> waiver(waiver);
            case Decl.Extension extension -> extension.members().forEach(member -> type(member.type()));
            case Decl.Private(Decl hidden, Span word) -> read(hidden);
            case Decl.Kind kind -> kind.members().forEach(member -> type(member.type()));
            case Decl.Test test -> {
                // Its blocks are no part of this fleet.
            }
        }
    }

    private void declare(String kind, Name name, Span whole, Optional<String> doc) {
        Owner home = scope.owner();
        uses.add(new NameUse.Declares(name.span(), new SymbolKey(kind, home, name.text()), whole, doc));
    }

    private void profile(Decl.Profile profile) {
        uses.add(new NameUse.Declares(
                profile.name().span(),
                new SymbolKey(
                        SymbolKey.PROFILE,
                        scope.owner(),
                        library + profile.name().text()),
                profile.span(),
                profile.doc()));
        NameScope inner = scope;
        for (Decl.Param param : profile.params()) {
            type(param.type());
            param.value().ifPresent(value -> bodies.expressions().read(value, Type.ANY, "", scope));
            inner = bodies.local(param.name(), param.span(), inner);
        }
        profile.kinds()
                .forEach(kind -> scope.schema()
                        .kind(kind.text())
                        .ifPresent(of -> uses.add(new NameUse.OfKind(kind.span(), of))));
        bodies.read(
                profile.body(),
                profile.kinds().stream()
                        .findFirst()
                        .flatMap(kind -> scope.schema().kind(kind.text())),
                "",
                inner);
    }

    private void waiver(Decl.Waiver waiver) {
        uses.add(new NameUse.Refers(
                waiver.policy().span(),
                scope.named(SymbolKey.POLICY, waiver.policy().text())));
        Name tenant = waiver.block().getFirst();
        uses.add(new NameUse.Refers(
                tenant.span(), List.of(new SymbolKey(SymbolKey.TENANT, Owner.PLATFORM, tenant.text()))));
    }

    private void type(TypeExpr type) {
        switch (type) {
            case TypeExpr.Named named ->
                uses.add(new NameUse.Refers(
                        named.span(), scope.named(SymbolKey.TYPE, named.name().text())));
            case TypeExpr.Maybe(TypeExpr inner, Span s) -> type(inner);
            case TypeExpr.ListOf(TypeExpr inner, Span s) -> type(inner);
            case TypeExpr.SetOf(TypeExpr inner, Span s) -> type(inner);
            case TypeExpr.MapOf(TypeExpr key, TypeExpr value, Span s) -> {
                type(key);
                type(value);
            }
            case TypeExpr.Refined refined -> type(refined.type());
            case TypeExpr.RecordOf record -> record.members().forEach(member -> type(member.type()));
            case TypeExpr.Block block -> block.members().forEach(member -> type(member.type()));
            default -> {
                // Names of kinds.
            }
        }
    }
}
