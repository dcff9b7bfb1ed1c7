package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcParser.*;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** Declarations at the top of a file. */
final class DeclBuilder {
    private static final Set<String> BLOCKS = Set.of("tenant", "platform");
    private static final List<String> WORDS = List.of(
            "data",
            "enum",
            "extend",
            "kind",
            "let",
            "ordered",
            "platform",
            "policy",
            "private",
            "profile",
            "tenant",
            "test",
            "type",
            "waive");

    private static final Set<String> IMPORTS = Set.of("import", "include", "require", "source", "from", "package");

    private final TokenPositions places;
    private final SyntaxFindings findings;
    private final ExprBuilder exprs;
    private final TypeBuilder types;
    private final StmtBuilder stmts;
    private final PolicyBuilder policies;
    private final TestBuilder tests;

    DeclBuilder(SyntaxFindings findings) {
        this.findings = findings;
        this.places = new TokenPositions(findings);
        this.exprs = new ExprBuilder(places, findings);
        this.types = new TypeBuilder(places, findings, exprs);
        this.stmts = new StmtBuilder(places, findings, exprs);
        this.policies = new PolicyBuilder(places, findings, exprs);
        this.tests = new TestBuilder(places, findings, exprs, item -> item(item, Optional.empty()));
    }

    /** Returns all declarations of a file that parsed. */
    List<Decl> file(FileContext node) {
        List<Decl> decls = new ArrayList<>();
        for (DeclContext decl : node.decl()) {
            if (decl.exception == null) {
                declaration(decl.declaration(), places.doc(decl.doc()))
                        .map(made -> decl.PRIVATE() == null ? made : hidden(made, decl))
                        .ifPresent(decls::add);
            }
        }
        return decls;
    }

    private Decl hidden(Decl decl, DeclContext node) {
        Span word = places.of(node.PRIVATE().getSymbol());
        boolean named = decl instanceof Decl.Profile
                || decl instanceof Decl.EnumType
                || decl instanceof Decl.TypeAlias
                || decl instanceof Decl.Data
                || decl instanceof Decl.Let;
        if (!named) {
            findings.add(Finding.of(Code.SYNTAX_ERROR, word, "unexpected `private`")
                    .why("only names that others could use are private: of profiles, types, enums and `let`")
                    .fix("delete it"));
            return decl;
        }
        return new Decl.Private(decl, word);
    }

    private Optional<Decl> declaration(DeclarationContext node, Optional<String> doc) {
        return switch (node.getChild(0)) {
            case KindContext kind -> Optional.of(kind(kind, doc));
            case ProfileContext profile -> Optional.of(profile(profile, doc));
            case EnumTypeContext type -> Optional.of(enumType(type, doc));
            case TypeAliasContext alias ->
                Optional.of(
                        new Decl.TypeAlias(places.name(alias.word()), types.type(alias.type()), doc, places.of(alias)));
            case LetContext let ->
                Optional.of(new Decl.Let(places.name(let.word()), exprs.value(let.value()), places.of(let)));
            case PolicyContext policy -> policies.policy(policy, doc);
            case WaiverContext waiver -> policies.waiver(waiver);
            case TestContext test -> tests.test(test, doc);
            case ExtensionContext extension -> Optional.of(extension(extension));
            case DataContext data -> data(data);
            case TopItemContext item -> item(item, doc);
            case ParserRuleContext other -> outside(other);
            default -> throw new IllegalStateException("a declaration must be a rule");
        };
    }

    private Decl kind(KindContext node, Optional<String> before) {
        List<Name> words = places.names(node.word());
        KindParts parts = new KindParts(before);
        for (KindPartContext part : node.kindPart()) {
            if (part.exception != null) {
                parts.docs.clear();
            } else if (part.doc() != null) {
                parts.docs.add(part.doc());
            } else if (part.form() != null) {
                parts.form = Optional.of(part.form());
                parts.documentKind();
            } else {
                parts.members.add(types.member(part.member(), parts.memberDoc()));
            }
        }
        parts.documentKind();
        return new Decl.Kind(
                words.getFirst(),
                words.subList(1, words.size()),
                parts.beforeArrow(),
                parts.targetKeys(),
                parts.members,
                parts.doc,
                places.of(node));
    }

    /** Members of a kind read so far. */
    private final class KindParts {
        private Optional<String> doc;
        private Optional<FormContext> form = Optional.empty();
        private final List<DocContext> docs = new ArrayList<>();
        private final List<Decl.KindMember> members = new ArrayList<>();

        private KindParts(Optional<String> doc) {
            this.doc = doc;
        }

        /** Returns the nearest documentation; an earlier one documents the kind. */
        private Optional<String> memberDoc() {
            if (docs.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> nearest = places.doc(docs.removeLast());
            documentKind();
            return nearest;
        }

        /** At the start of a body, documentation belongs to the kind, if it has none; elsewhere it is dangling. */
        private void documentKind() {
            for (DocContext stray : docs) {
                if (doc.isEmpty() && members.isEmpty()) {
                    doc = places.doc(stray);
                } else {
                    findings.add(Finding.of(
                                    Code.DANGLING_DOCUMENTATION,
                                    places.of(stray.start),
                                    "documentation without a declaration")
                            .why("a string in `\"\"\"` documents the declaration or field that follows it")
                            .fix("move it before a declaration, or write a comment with `#`"));
                }
            }
            docs.clear();
        }

        private List<Name> beforeArrow() {
            return form.map(f -> places.names(
                            f.word().stream().filter(w -> !isAfterArrow(f, w)).toList()))
                    .orElse(List.of());
        }

        private List<Name> targetKeys() {
            return form.map(f -> places.names(
                            f.word().stream().filter(w -> isAfterArrow(f, w)).toList()))
                    .orElse(List.of());
        }

        private static boolean isAfterArrow(FormContext form, WordContext word) {
            return form.QUOTED_ARROW() != null
                    && word.start.getStartIndex()
                            > form.QUOTED_ARROW().getSymbol().getStartIndex();
        }
    }

    private Decl extension(ExtensionContext node) {
        List<Decl.KindMember> members = new ArrayList<>();
        Optional<DocContext> doc = Optional.empty();
        for (BlockPartContext part : node.blockPart()) {
            if (part.doc() != null) {
                doc = Optional.of(part.doc());
            } else if (part.exception == null && part.member() != null) {
                members.add(types.member(part.member(), doc.flatMap(places::doc)));
                doc = Optional.empty();
            }
        }
        return new Decl.Extension(places.name(node.word()), members, places.of(node));
    }

    private Decl profile(ProfileContext node, Optional<String> doc) {
        List<Name> words = places.names(node.word());
        List<Decl.Param> params = node.params() == null
                ? List.of()
                : node.params().param().stream().map(this::param).toList();
        return new Decl.Profile(
                words.getFirst(),
                params,
                words.subList(1, words.size()),
                stmts.body(node.body()),
                doc,
                places.of(node));
    }

    private Decl.Param param(ParamContext node) {
        return new Decl.Param(
                places.name(node.word()), types.type(node.type()), types.value(node.value()), places.of(node));
    }

    private Decl enumType(EnumTypeContext node, Optional<String> doc) {
        List<Name> words = places.names(node.word());
        return new Decl.EnumType(
                words.getFirst(), node.ORDERED() != null, words.subList(1, words.size()), doc, places.of(node));
    }

    private Optional<Decl> data(DataContext node) {
        Name function = places.name(node.word(1));
        if (!function.text().equals("file") || !(exprs.primaries().text(node.text()) instanceof Expr.Text path)) {
            findings.add(Finding.of(
                            Code.SYNTAX_ERROR,
                            function.span(),
                            "expected `file` with a plain string, as value of `data`")
                    .why("the file is known before anything is evaluated")
                    .fix("write it like `data shops: [{ name: Name }] = file(\"shops.csv\")`"));
            return Optional.empty();
        }
        return Optional.of(new Decl.Data(
                places.name(node.word(0)),
                Optional.ofNullable(node.type()).map(types::type),
                new Name(path.value(), path.span()),
                Optional.empty(),
                places.of(node)));
    }

    /** Returns a block that is allowed here; anything else has a finding. */
    private Optional<Decl> item(TopItemContext node, Optional<String> doc) {
        if (node.itemRest().setting() != null) {
            return outside(node);
        }
        Name word = new Name(node.start.getText(), places.of(node.start));
        if (BLOCKS.contains(word.text())) {
            return stmts.item(word, node.itemRest(), doc) instanceof Stmt.Entry entry
                    ? Optional.of(new Decl.TopLevelBlock(entry))
                    : Optional.empty();
        }
        findings.add(misplaced(word));
        return Optional.empty();
    }

    private static Finding misplaced(Name word) {
        Finding finding = Finding.of(
                        Code.BLOCK_NOT_AT_TOP, word.span(), "`" + word.text() + "` is not allowed at the top of a file")
                .why("the top level holds tenant and platform blocks, profiles, types and enums; every "
                        + "other block belongs inside one of them");
        if (IMPORTS.contains(word.text())) {
            return Finding.of(finding.code(), word.span(), "`" + word.text() + "` is not a declaration")
                    .why("all `*.bbc` files of a folder are read together, and those of `lib` for everybody")
                    .fix("delete the line");
        }
        if (word.text().equals("defaults")) {
            return finding.fix("write it in the block of the platform, like `platform eu { defaults container { } }`");
        }
        return Suggestions.closest(word.text(), WORDS)
                .map(near -> finding.fix(Fix.certain("write `" + near + "`", new TextEdit(word.span(), near))))
                .orElseGet(() -> finding.fix(
                        "move it into a tenant or platform block, like `tenant acme { network front { } }`"));
    }

    private Optional<Decl> outside(ParserRuleContext node) {
        findings.add(Finding.of(Code.STATEMENT_OUTSIDE_BLOCK, places.of(node.start), "statement outside a block")
                .why("fields, `use`, `if` and `for` apply to the enclosing block")
                .fix("move it into its block, like `tenant acme { enabled = false }`"));
        return Optional.empty();
    }
}
