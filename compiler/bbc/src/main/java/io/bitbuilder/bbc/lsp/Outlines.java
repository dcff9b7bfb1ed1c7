package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.SymbolKind;

/** Declarations and named blocks of a file as a tree. */
final class Outlines {
    private Outlines() {}

    /** Returns the symbols of a file. */
    static List<DocumentSymbol> of(SourceUnit unit) {
        return unit.decls().stream().flatMap(decl -> symbol(decl).stream()).toList();
    }

    private static Optional<DocumentSymbol> symbol(Decl decl) {
        return switch (decl) {
            case Decl.TopLevelBlock(Stmt.Entry entry) -> Optional.of(block(entry, SymbolKind.Namespace));
            case Decl.Profile p -> Optional.of(named(p.name(), "profile", SymbolKind.Function, p.span(), p.body()));
            case Decl.Kind k -> Optional.of(leaf(k.name(), "kind", SymbolKind.Class, k.span()));
            case Decl.EnumType e -> Optional.of(leaf(e.name(), "enum", SymbolKind.Enum, e.span()));
            case Decl.TypeAlias t -> Optional.of(leaf(t.name(), "type", SymbolKind.Struct, t.span()));
            case Decl.Let l -> Optional.of(leaf(l.name(), "let", SymbolKind.Constant, l.span()));
            case Decl.Data d -> Optional.of(leaf(d.name(), "data", SymbolKind.Constant, d.span()));
            case Decl.Policy p -> Optional.of(leaf(p.name(), "policy", SymbolKind.Event, p.span()));
            case Decl.Test t -> Optional.of(leaf(t.title(), "test", SymbolKind.Method, t.span()));
            case Decl.Private(Decl hidden, Span s) -> symbol(hidden);
            case Decl.Waiver w -> Optional.of(leaf(w.policy(), "waive", SymbolKind.Key, w.span()));
            case Decl.Extension e -> Optional.of(leaf(e.kind(), "extend", SymbolKind.Class, e.span()));
        };
    }

    private static DocumentSymbol leaf(Name name, String detail, SymbolKind kind, Span whole) {
        return made(name.text().isEmpty() ? detail : name.text(), detail, kind, whole, name.span());
    }

    private static DocumentSymbol named(Name name, String detail, SymbolKind kind, Span whole, Body body) {
        DocumentSymbol symbol = leaf(name, detail, kind, whole);
        symbol.setChildren(blocks(body));
        return symbol;
    }

    private static DocumentSymbol block(Stmt.Entry entry, SymbolKind kind) {
        Span name = entry.labels().isEmpty()
                ? entry.kind().span()
                : entry.labels().getFirst().span().to(entry.labels().getLast().span());
        String title = entry.labels().isEmpty() ? entry.kind().text() : name.text();
        DocumentSymbol symbol = made(title, entry.kind().text(), kind, entry.span(), name);
        entry.body().ifPresent(body -> symbol.setChildren(blocks(body)));
        return symbol;
    }

    /** The protocol wants the name within the whole, and no empty name. */
    private static DocumentSymbol made(String title, String detail, SymbolKind kind, Span whole, Span name) {
        Span place = whole.contains(name) ? name : new Span(whole.file(), whole.start(), whole.start());
        return new DocumentSymbol(
                title, kind, TextPositions.range(whole), TextPositions.range(place), detail, List.of());
    }

    /** Returns the blocks with labels, those within conditions and loops too. */
    private static List<DocumentSymbol> blocks(Body body) {
        List<DocumentSymbol> blocks = new ArrayList<>();
        for (Stmt stmt : body.stmts()) {
            switch (stmt) {
                case Stmt.Entry entry when !entry.labels().isEmpty() -> blocks.add(block(entry, SymbolKind.Object));
                case Stmt.If choice -> {
                    blocks.addAll(blocks(choice.then()));
                    choice.otherwise().ifPresent(other -> blocks.addAll(blocks(other)));
                }
                case Stmt.For loop -> blocks.addAll(blocks(loop.body()));
                default -> {
                    // Fields and nested blocks have no names of their own.
                }
            }
        }
        return blocks;
    }
}
