package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser.*;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds written types, and the members of kinds, blocks and records. */
final class TypeBuilder {
    private final TokenPositions places;
    private final SyntaxFindings findings;
    private final ExprBuilder exprs;

    TypeBuilder(TokenPositions places, SyntaxFindings findings, ExprBuilder exprs) {
        this.places = places;
        this.findings = findings;
        this.exprs = exprs;
    }

    /** Builds a type with its refinement. */
    TypeExpr type(TypeContext node) {
        TypeExpr plain = plain(node.plainType());
        return node.expr() == null ? plain : new TypeExpr.Refined(plain, exprs.expr(node.expr()), places.of(node));
    }

    /** Builds {@code name: type = default writes "file/Section.Key"}. */
    Decl.KindMember member(MemberContext node, Optional<String> doc) {
        return new Decl.KindMember(
                places.name(node.word()),
                type(node.type()),
                value(node.value()),
                node.text().stream().map(exprs.primaries()::plain).toList(),
                doc,
                places.of(node));
    }

    /** Builds a default, if one is written. */
    Optional<Expr> value(ValueContext node) {
        return Optional.ofNullable(node).map(exprs::value);
    }

    private TypeExpr plain(PlainTypeContext node) {
        TypeExpr simple = simple(node.simpleType());
        return node.QUESTION() == null ? simple : new TypeExpr.Maybe(simple, places.of(node));
    }

    private TypeExpr simple(SimpleTypeContext node) {
        Span span = places.of(node);
        if (node.IDENT() != null) {
            return new TypeExpr.Named(new Name(node.start.getText(), span), span);
        }
        if (node.REF() != null) {
            return new TypeExpr.Ref(places.name(node.word()), span);
        }
        if (node.type() != null) {
            return new TypeExpr.ListOf(type(node.type()), span);
        }
        if (node.braceType() != null) {
            return brace(node.braceType());
        }
        if (node.MANY() != null) {
            return new TypeExpr.Many(
                    places.name(node.word()), places.names(node.keys().word()), span);
        }
        return new TypeExpr.Block(node.QUESTION() != null, blockMembers(node.blockPart()), span);
    }

    private List<Decl.KindMember> blockMembers(List<BlockPartContext> parts) {
        List<Decl.KindMember> members = new ArrayList<>();
        Optional<String> doc = Optional.empty();
        for (BlockPartContext part : parts) {
            if (part.exception != null) {
                doc = Optional.empty();
            } else if (part.doc() != null) {
                doc = places.doc(part.doc());
            } else {
                members.add(member(part.member(), doc));
                doc = Optional.empty();
            }
        }
        return members;
    }

    /** One part without a colon is a set; one with a type before its colon is a map; anything else is a record. */
    private TypeExpr brace(BraceTypeContext node) {
        Span span = places.of(node);
        if (!isRecord(node)) {
            BraceTypePartContext part = node.braceTypePart(0);
            return isSet(part)
                    ? new TypeExpr.SetOf(type(part.type(0)), span)
                    : new TypeExpr.MapOf(type(part.type(0)), type(part.type(1)), span);
        }
        List<Decl.KindMember> members = new ArrayList<>();
        Optional<String> doc = Optional.empty();
        for (int i = 0; i < node.getChildCount(); i++) {
            switch (node.getChild(i)) {
                case DocContext d -> doc = places.doc(d);
                case BraceTypePartContext p -> {
                    recordMember(p, doc).ifPresent(members::add);
                    doc = Optional.empty();
                }
                default -> {
                    // The braces themselves.
                }
            }
        }
        return new TypeExpr.RecordOf(members, span);
    }

    /** Returns whether braces are a record type, neither a set nor a map. */
    static boolean isRecord(BraceTypeContext node) {
        List<BraceTypePartContext> parts = node.braceTypePart();
        return parts.size() != 1 || !isSet(parts.getFirst()) && !isMap(parts.getFirst());
    }

    private static boolean isSet(BraceTypePartContext part) {
        return part.COLON() == null && part.type(0) != null;
    }

    private static boolean isMap(BraceTypePartContext part) {
        return part.COLON() != null
                && part.value() == null
                && part.keywordName() == null
                && part.type().size() == 2
                && Character.isUpperCase(part.start.getText().charAt(0));
    }

    /** Returns empty, with a finding, for a part that is not {@code name: type}. */
    private Optional<Decl.KindMember> recordMember(BraceTypePartContext part, Optional<String> doc) {
        boolean named = part.COLON() != null
                && (part.keywordName() != null
                        || part.type(0).getStart() == part.type(0).getStop());
        if (!named) {
            findings.add(Finding.of(
                            Code.SYNTAX_ERROR,
                            places.of(part.start),
                            "expected a field of a record type, found `" + part.start.getText() + "`")
                    .why("`{T}` is a set, `{K: V}` a map, and a record has a name and a type in each part")
                    .fix("write it like `type Web = { port: Port; tls: Bool = true }`"));
            return Optional.empty();
        }
        Name name = new Name(part.start.getText(), places.of(part.start));
        TypeExpr type = type(part.type().getLast());
        Optional<Expr> value = value(part.value());
        Span end = value.map(SyntaxNode::span).orElse(type.span());
        return Optional.of(new Decl.KindMember(
                name, type, value, List.of(), doc, name.span().to(end)));
    }
}
