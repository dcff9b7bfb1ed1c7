package io.bitbuilder.bbc.metadata;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Expr.LiteralKind;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.bbc.value.Mac;
import io.bitbuilder.bbc.value.Parsed;
import io.bitbuilder.bbc.value.Reason;
import io.bitbuilder.bbc.value.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes nodes of the syntax tree out of JSON values, with the places of those. */
final class Ast {
    private final Findings findings;

    Ast(Findings findings) {
        this.findings = findings;
    }

    /** A field that a member writes. */
    Stmt field(Json.Member member, String name, Expr value) {
        return field(member.keySpan(), name, value, member.span());
    }

    /** A field. */
    Stmt field(Span keySpan, String name, Expr value, Span span) {
        return new Stmt.Field(false, List.of(new Name(name, keySpan)), false, value, Optional.empty(), span);
    }

    /** A nested block that a member writes. */
    Stmt.Entry block(Json.Member member, String kind, List<Stmt> stmts) {
        return block(member.keySpan(), kind, Optional.empty(), stmts, member.value().span());
    }

    /** A block; its place is that of its body, with the key before it. */
    Stmt.Entry block(Span word, String kind, Optional<Stmt.Label> label, List<Stmt> stmts, Span body) {
        List<Stmt.Label> labels = label.map(List::of).orElse(List.of());
        Span span = word.end() <= body.start() ? word.to(body) : body;
        return new Stmt.Entry(new Name(kind, word), labels, Optional.empty(), Optional.of(new Body(stmts, body)), false, Optional.empty(), span);
    }

    /** A text as label. */
    Stmt.Label label(Json.Text text) {
        return label(text.value(), text.span());
    }

    /** A word as label. */
    Stmt.Label label(String word, Span span) {
        return new Stmt.Label(word(word, span), false, span);
    }

    /** A word of the format, or a name. */
    Expr word(String word, Span span) {
        return new Expr.NameRef(word, span);
    }

    /** A text. */
    Expr text(Json.Text text) {
        return new Expr.Text(text.value(), text.span());
    }

    /** True or false. */
    Expr bool(Json.Bool bool) {
        return new Expr.Bool(bool.value(), bool.span());
    }

    /** A whole number. */
    Expr integer(Json.Number number) {
        return new Expr.Literal(LiteralKind.INT, number.text(), number.span());
    }

    /** A size, {@code K M G T} being binary as systemd reads them. */
    Expr size(String path, Json.Text text) {
        return literal(path, text, LiteralKind.SIZE, Size::parseSystemd, "a size", "write a size such as \"4G\"");
    }

    /** A MAC address. */
    Expr mac(String path, Json.Text text) {
        return literal(path, text, LiteralKind.MAC, Mac::parse, "a MAC address", "write \"auto\", or an address such as \"02:00:5e:10:00:01\"");
    }

    /** A list of what each text becomes. */
    Expr list(Json.Member member, List<Json.Text> texts, Function<Json.Text, Expr> each) {
        return new Expr.ListOf(texts.stream().map(each).toList(), member.value().span());
    }

    /** A system call group. */
    Expr syscallGroup(String path, Json.Text text) {
        boolean good = text.value().length() > 1 && text.value().charAt(0) == '@' && Names.isIdentifier(text.value().substring(1));
        return good
                ? new Expr.Literal(LiteralKind.SYSCALL_GROUP, text.value(), text.span())
                : bad(path, text, "a group of system calls", "groups begin with `@`", "write a group such as \"@basic-io\"");
    }

    /** A capability. */
    Expr capability(String path, Json.Text text) {
        return Names.isIdentifier(text.value())
                ? word(text.value(), text.span())
                : bad(path, text, "a capability", "capabilities are words as in capabilities(7)", "write a capability such as \"CAP_NET_ADMIN\"");
    }

    /** True for a text that can be a name; a finding when it cannot. */
    boolean isName(String path, Json.Text text) {
        boolean good = Names.isIdentifier(text.value());
        if (!good) {
            bad(path, text, "a name", "names are at most 63 letters, digits and `-`, and begin with a letter", "write a name such as \"acme\"");
        }
        return good;
    }

    /** What stands for a value that has a finding already. */
    Expr error(Span span) {
        return new Expr.Error(span);
    }

    private <T> Expr literal(String path, Json.Text text, LiteralKind kind, Function<String, Parsed<T>> parse, String what, String fix) {
        return switch (parse.apply(text.value())) {
            case Parsed.Good<T>(T value) -> new Expr.Literal(kind, value.toString(), text.span());
            case Parsed.Bad<T>(Reason reason) -> bad(path, text, what, reason.words(), fix);
        };
    }

    private Expr bad(String path, Json.Text text, String what, String why, String fix) {
        findings.add(Finding.of(Code.JSN007, text.span(), text.span().text() + " is not " + what + " for `" + path + "`").why(why).fix(fix));
        return new Expr.Error(text.span());
    }
}
