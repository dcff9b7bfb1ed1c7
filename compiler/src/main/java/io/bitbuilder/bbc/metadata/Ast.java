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

/** Makes nodes of the syntax tree from JSON values, with their places. */
final class Ast {
    private final Findings findings;

    Ast(Findings findings) {
        this.findings = findings;
    }

    /** Makes a field from a member. */
    Stmt field(Json.Member member, String name, Expr value) {
        return field(member.keySpan(), name, value, member.span());
    }

    /** Makes a field. */
    Stmt field(Span keySpan, String name, Expr value, Span span) {
        return new Stmt.Field(false, List.of(new Name(name, keySpan)), false, value, Optional.empty(), span);
    }

    /** Makes a nested block from a member. */
    Stmt.Entry block(Json.Member member, String kind, List<Stmt> stmts) {
        return block(member.keySpan(), kind, Optional.empty(), stmts, member.value().span());
    }

    /** Makes a block; its place is that of its body, with the key before it. */
    Stmt.Entry block(Span word, String kind, Optional<Stmt.Label> label, List<Stmt> stmts, Span body) {
        List<Stmt.Label> labels = label.map(List::of).orElse(List.of());
        Span span = word.end() <= body.start() ? word.to(body) : body;
        return new Stmt.Entry(new Name(kind, word), labels, Optional.empty(), Optional.of(new Body(stmts, body)), false, Optional.empty(), span);
    }

    /** Makes a label from a string. */
    Stmt.Label label(Json.Text text) {
        return label(text.value(), text.span());
    }

    /** Makes a label from a word. */
    Stmt.Label label(String word, Span span) {
        return new Stmt.Label(word(word, span), false, span);
    }

    /** Makes a keyword of the format, or a name. */
    Expr word(String word, Span span) {
        return new Expr.NameRef(word, span);
    }

    /** Makes a string. */
    Expr text(Json.Text text) {
        return new Expr.Text(text.value(), text.span());
    }

    /** Makes a boolean. */
    Expr bool(Json.Bool bool) {
        return new Expr.Bool(bool.value(), bool.span());
    }

    /** Makes an integer. */
    Expr integer(Json.Number number) {
        return new Expr.Literal(LiteralKind.INT, number.text(), number.span());
    }

    /** Makes a size; {@code K M G T} are binary as in systemd. */
    Expr size(String path, Json.Text text) {
        return literal(path, text, LiteralKind.SIZE, Size::parseSystemd, "a size", "write a size such as \"4G\"");
    }

    /** Makes a MAC address. */
    Expr mac(String path, Json.Text text) {
        return literal(path, text, LiteralKind.MAC, Mac::parse, "a MAC address", "write \"auto\", or an address such as \"02:00:5e:10:00:01\"");
    }

    /** Makes a list with an element from each string. */
    Expr list(Json.Member member, List<Json.Text> texts, Function<Json.Text, Expr> each) {
        return new Expr.ListOf(texts.stream().map(each).toList(), member.value().span());
    }

    /** Makes a system call group. */
    Expr syscallGroup(String path, Json.Text text) {
        boolean good = text.value().length() > 1 && text.value().charAt(0) == '@' && Names.isIdentifier(text.value().substring(1));
        return good
                ? new Expr.Literal(LiteralKind.SYSCALL_GROUP, text.value(), text.span())
                : bad(path, text, "a system call group", "groups begin with `@`", "write a group such as \"@basic-io\"");
    }

    /** Makes a capability. */
    Expr capability(String path, Json.Text text) {
        return Names.isIdentifier(text.value())
                ? word(text.value(), text.span())
                : bad(path, text, "a capability", "capabilities are listed in capabilities(7)", "write a capability such as \"CAP_NET_ADMIN\"");
    }

    /** Returns whether a string can be a name; reports it when it cannot. */
    boolean isName(String path, Json.Text text) {
        boolean good = Names.isIdentifier(text.value());
        if (!good) {
            bad(path, text, "a name", "names are at most 63 letters, digits and `-`, and begin with a letter", "write a name such as \"acme\"");
        }
        return good;
    }

    /** Makes the placeholder of a value that has been reported. */
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
        findings.add(Finding.of(Code.JSN007, text.span(), "invalid value " + text.span().text() + " for `" + path + "` (expected " + what + ")").why(why).fix(fix));
        return new Expr.Error(text.span());
    }
}
