package io.bitbuilder.bbc.metadata;

import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Expr.LiteralKind;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes nodes of the syntax tree from JSON values, with their places. */
final class SyntaxFactory {
    private final Findings findings;

    SyntaxFactory(Findings findings) {
        this.findings = findings;
    }

    /** Creates a field from a member. */
    Stmt field(JsonNode.Member member, String name, Expr value) {
        return field(member.keySpan(), name, value, member.span());
    }

    /** Creates a field. */
    Stmt field(Span keySpan, String name, Expr value, Span span) {
        return new Stmt.Field(false, List.of(new Name(name, keySpan)), false, value, Optional.empty(), span);
    }

    /** Creates a nested block from a member. */
    Stmt.Entry block(JsonNode.Member member, String kind, List<Stmt> stmts) {
        return block(
                member.keySpan(), kind, Optional.empty(), stmts, member.value().span());
    }

    /** Creates a block; its place is that of its body, with the key before it. */
    Stmt.Entry block(Span word, String kind, Optional<Stmt.Label> label, List<Stmt> stmts, Span body) {
        List<Stmt.Label> labels = label.map(List::of).orElse(List.of());
        Span span = word.end() <= body.start() ? word.to(body) : body;
        return new Stmt.Entry(
                new Name(kind, word),
                labels,
                Optional.empty(),
                Optional.of(new Body(stmts, body)),
                false,
                Optional.empty(),
                span);
    }

    /** Creates a label from a string. */
    Stmt.Label label(JsonNode.Text text) {
        return label(text.value(), text.span());
    }

    /** Creates a label from a word. */
    Stmt.Label label(String word, Span span) {
        return new Stmt.Label(word(word, span), false, span);
    }

    /** Creates a keyword of the format, or a name. */
    Expr word(String word, Span span) {
        return new Expr.NameRef(word, span);
    }

    /** Creates a string. */
    Expr text(JsonNode.Text text) {
        return new Expr.Text(text.value(), text.span());
    }

    /** Creates a boolean. */
    Expr bool(JsonNode.Bool bool) {
        return new Expr.Bool(bool.value(), bool.span());
    }

    /** Creates an integer. */
    Expr integer(JsonNode.Number number) {
        return new Expr.Literal(LiteralKind.INT, number.text(), number.span());
    }

    /** Creates a size; {@code K M G T} are binary as in systemd. */
    Expr size(String path, JsonNode.Text text) {
        return literal(path, text, LiteralKind.SIZE, Size::parseSystemd, "a size", "write a size such as \"4G\"");
    }

    /** Creates a MAC address. */
    Expr mac(String path, JsonNode.Text text) {
        return literal(
                path,
                text,
                LiteralKind.MAC,
                Mac::parse,
                "a MAC address",
                "write \"auto\", or an address such as \"02:00:5e:10:00:01\"");
    }

    /** Creates a list with an element from each string. */
    Expr list(JsonNode.Member member, List<JsonNode.Text> texts, Function<JsonNode.Text, Expr> each) {
        return new Expr.ListOf(texts.stream().map(each).toList(), member.value().span());
    }

    /** Creates a system call group. */
    Expr syscallGroup(String path, JsonNode.Text text) {
        boolean good = text.value().length() > 1
                && text.value().charAt(0) == '@'
                && MetadataNames.isIdentifier(text.value().substring(1));
        return good
                ? new Expr.Literal(LiteralKind.SYSCALL_GROUP, text.value(), text.span())
                : bad(
                        path,
                        text,
                        "a system call group",
                        "groups begin with `@`",
                        "write a group such as \"@basic-io\"");
    }

    /** Creates a capability. */
    Expr capability(String path, JsonNode.Text text) {
        return MetadataNames.isIdentifier(text.value())
                ? word(text.value(), text.span())
                : bad(
                        path,
                        text,
                        "a capability",
                        "capabilities are listed in capabilities(7)",
                        "write a capability such as \"CAP_NET_ADMIN\"");
    }

    /** Returns whether a string can be a name; reports it when it cannot. */
    boolean isName(String path, JsonNode.Text text) {
        boolean good = MetadataNames.isIdentifier(text.value());
        if (!good) {
            bad(
                    path,
                    text,
                    "a name",
                    "names are at most 63 letters, digits and `-`, and begin with a letter",
                    "write a name such as \"acme\"");
        }
        return good;
    }

    /** Creates the placeholder of a value that has been reported. */
    Expr error(Span span) {
        return new Expr.Error(span);
    }

    private <T> Expr literal(
            String path,
            JsonNode.Text text,
            LiteralKind kind,
            Function<String, Parsed<T>> parse,
            String what,
            String fix) {
        return switch (parse.apply(text.value())) {
            case Parsed.Good<T>(T value) -> new Expr.Literal(kind, value.toString(), text.span());
            case Parsed.Bad<T>(Reason reason) -> bad(path, text, what, reason.words(), fix);
        };
    }

    private Expr bad(String path, JsonNode.Text text, String what, String why, String fix) {
        findings.add(Finding.of(
                        Code.INVALID_JSON_VALUE,
                        text.span(),
                        "invalid value " + text.span().text() + " for `" + path + "` (expected " + what + ")")
                .why(why)
                .fix(fix));
        return new Expr.Error(text.span());
    }
}
