package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Member;
import io.bitbuilder.bbc.schema.MemberTable;
import io.bitbuilder.bbc.schema.NestedBlock;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that every statement of every body names a member of its kind, in the right form; evaluates nothing. */
final class BodyCheck {
    private final ProgramContext context;
    private final UseCheck uses;
    private final MemberFindings findings;

    BodyCheck(ProgramContext context) {
        this.context = context;
        this.uses = new UseCheck(context);
        this.findings = new MemberFindings(context);
    }

    /** Checks a block at the top of a file. */
    void top(OwnerCheck.Opened opened) {
        Optional<Kind> kind = context.schema().kind(opened.entry().kind().text());
        if (kind.isPresent() && opened.entry().body().isPresent()) {
            body(opened.entry().body().get(), BodyContext.of(kind.get(), opened.names(), List.of(), true));
        }
    }

    /** Checks a profile against each of its kinds. */
    void profile(DeclaredProfile profile) {
        uses.declaration(profile);
        List<String> params =
                profile.decl().params().stream().map(p -> p.name().text()).toList();
        for (Name name : profile.decl().kinds()) {
            Optional<Kind> kind = context.schema().kind(name.text());
            if (kind.isPresent()) {
                body(profile.decl().body(), BodyContext.of(kind.get(), profile.home(), List.of(), false));
                ConstantCheck.check(profile, params, kind.get(), context);
            } else {
                context.report(findings.unknownKind(name.span(), name.text()));
            }
        }
    }

    private void body(Body body, BodyContext where) {
        Map<String, Span> lets = new HashMap<>();
        for (Stmt stmt : body.stmts()) {
            switch (stmt) {
                case Stmt.Field f -> field(f, where);
                case Stmt.Entry e -> entry(e, where);
                case Stmt.Use u -> uses.use(u, where.kind(), where.prefix(), where.names());
                case Stmt.Let l -> {
                    Span other = lets.putIfAbsent(l.name().text(), l.name().span());
                    if (other != null) {
                        context.report(
                                Finding.of(Code.DUPLICATE_NAME, l.name().span(), "duplicate name `" + l.name() + "`")
                                        .also(other, "first declaration")
                                        .why("a name has one meaning in its block")
                                        .fix("rename one of them"));
                    }
                }
                case Stmt.If i -> {
                    body(i.then(), where.guarded());
                    i.otherwise().ifPresent(b -> body(b, where.guarded()));
                }
                case Stmt.For f -> body(f.body(), where.guarded());
                case Stmt.Defaults d -> defaults(d, where);
                case Stmt.Refused r -> {
                    // The parser has reported it.
                }
            }
        }
    }

    private void defaults(Stmt.Defaults stmt, BodyContext where) {
        Optional<Kind> kind = context.schema().kind(stmt.kind().text());
        if (!where.kind().name().equals("platform")) {
            context.report(
                    Finding.of(Code.PLATFORM_ONLY, stmt.kind().span(), "`defaults` is only allowed in the platform")
                            .why("it applies to blocks of every tenant")
                            .fix("write a profile instead"));
        } else if (!where.direct()) {
            context.report(Finding.of(
                            Code.WRONG_MEMBER_FORM,
                            stmt.kind().span(),
                            "`defaults` is only allowed directly in the platform, not under a condition")
                    .fix("move the condition into it"));
        } else if (kind.isEmpty()) {
            context.report(findings.unknownKind(stmt.kind().span(), stmt.kind().text()));
        } else {
            body(stmt.body(), BodyContext.of(kind.get(), where.names(), List.of(), false));
        }
    }

    private void field(Stmt.Field stmt, BodyContext where) {
        MemberTable members = where.members();
        List<Name> path = stmt.path();
        for (int i = 0; i < path.size(); i++) {
            Name name = path.get(i);
            Optional<Member> member = members.member(name.text());
            boolean last = i == path.size() - 1;
            if (member.isEmpty()) {
                findings.unknown(name, where, members);
                return;
            }
            switch (member.get()) {
                case Field f -> {
                    value(stmt, f, i, where);
                    return;
                }
                case NestedBlock n
                when last -> {
                    if (!(n.optional() && stmt.value() instanceof Expr.None)) {
                        findings.form(
                                name.span(), "`" + name + "` is a block, not a value", "write `" + name + " { … }`");
                    }
                    return;
                }
                case NestedBlock n -> members = n.members();
                case KeyedBlocks m -> {
                    findings.form(
                            name.span(),
                            "`" + name + "` needs a label and a block",
                            "write it like " + findings.example(m));
                    return;
                }
            }
        }
    }

    /** Checks a statement whose path names a field at that position. */
    private void value(Stmt.Field stmt, Field field, int at, BodyContext where) {
        List<Name> path = stmt.path();
        boolean entry = at == path.size() - 2 && Type.core(field.type()) instanceof Type.MapOf;
        if (at == path.size() - 1 || entry) {
            plain(stmt, field, entry, where);
        } else {
            findings.form(
                    path.get(at + 1).span(),
                    "`" + path.get(at) + "` is a value and has no member `" + path.get(at + 1) + "`",
                    "write `" + path.get(at) + " = …`");
        }
    }

    private void plain(Stmt.Field stmt, Field field, boolean entry, BodyContext where) {
        Span span = stmt.path().getFirst().span();
        if (where.prefix().isEmpty() && where.keys().contains(field.name())) {
            findings.form(
                    span,
                    "key field `" + field.name() + "` cannot be set in the body",
                    "write it as a label of the block");
        } else if (stmt.add() && (entry || !Type.isCollection(field.type()))) {
            findings.form(
                    span,
                    "`+=` needs a list, set or map, and `" + field.name() + "` is " + Type.described(field.type()),
                    "write `=`");
        }
    }

    private void entry(Stmt.Entry entry, BodyContext where) {
        String word = entry.kind().text();
        Optional<Member> member = where.members().member(word);
        Optional<Kind> inside =
                where.prefix().isEmpty() ? context.schema().inside(where.kind(), word) : Optional.empty();
        if (inside.isPresent()) {
            keyed(entry, inside.get(), where);
        } else if (member.isPresent() && member.get() instanceof NestedBlock n) {
            nested(entry, n, where);
        } else if (member.isPresent() && member.get() instanceof Field f) {
            map(entry, f);
        } else if (context.schema()
                .kind(word)
                .filter(k -> !k.in().isEmpty() || word.equals("tenant") || word.equals("platform"))
                .isPresent()) {
            findings.misplaced(entry, where);
        } else {
            findings.unknown(entry.kind(), where, where.members());
        }
    }

    private void keyed(Stmt.Entry entry, Kind element, BodyContext where) {
        List<String> by = Labels.by(where.kind(), entry.kind().text());
        List<String> order = Labels.order(element, by);
        boolean arrow = !element.keyNotation().target().isEmpty();
        if (Labels.all(entry).size() != order.size() || entry.target().isPresent() != arrow) {
            findings.form(
                    Labels.span(entry),
                    "`" + entry.kind() + "` expects the labels " + String.join(", ", order),
                    "write it like " + MemberFindings.example(entry.kind().text(), element, order));
            return;
        }
        List<String> keys = new ArrayList<>(by);
        Optional<Field> open = element.entries(keys);
        entry.body()
                .ifPresent(b -> open.ifPresentOrElse(
                        f -> entries(b, entry.kind().text()),
                        () -> body(b, BodyContext.of(element, where.names(), keys, false))));
    }

    private void nested(Stmt.Entry entry, NestedBlock block, BodyContext where) {
        if (!entry.labels().isEmpty()
                || entry.target().isPresent()
                || entry.body().isEmpty()) {
            findings.form(
                    Labels.span(entry),
                    "a label is not allowed for `" + block.name() + "`",
                    "write `" + block.name() + " { … }`");
            return;
        }
        body(
                entry.body().get(),
                new BodyContext(
                        where.kind(),
                        where.prefix() + block.name() + ".",
                        block.members(),
                        where.names(),
                        List.of(),
                        false));
    }

    private void map(Stmt.Entry entry, Field field) {
        boolean open = entry.labels().isEmpty() && entry.body().isPresent();
        if (!open || !(Type.core(field.type()) instanceof Type.MapOf)) {
            findings.form(
                    Labels.span(entry),
                    "`" + field.name() + "` is a value, not a block",
                    "write `" + field.name() + " = …`");
            return;
        }
        entries(entry.body().get(), field.name());
    }

    private void entries(Body body, String word) {
        for (Stmt stmt : body.stmts()) {
            switch (stmt) {
                case Stmt.Field f when f.path().size() == 1 && !f.add() -> {
                    // Any key is valid in a map.
                }
                case Stmt.If i -> {
                    entries(i.then(), word);
                    i.otherwise().ifPresent(b -> entries(b, word));
                }
                case Stmt.For f -> entries(f.body(), word);
                case Stmt.Let l -> {
                    // A local of the body.
                }
                default ->
                    findings.form(
                            stmt.span(), "only `KEY = value` is allowed in `" + word + "`", "write `KEY = value`");
            }
        }
    }
}
