package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resolves bare words: a local, else a member of the expected enum, else a reference of the expected kind, else a
 * sibling block.
 */
final class BareWords {
    private static final Span NOWHERE = new SourceFile("", Owner.STD, "").start();

    private final Findings findings;

    BareWords(Findings findings) {
        this.findings = findings;
    }

    Value read(Expr.NameRef word, Expectation expected, Scope scope) {
        Type core = Type.core(expected.type());
        Optional<Value> local = scope.local(word.name());
        Optional<EnumType> words = wordsOf(core);
        if (local.isPresent()) {
            if (words.filter(e -> e.indexOf(word.name()) >= 0).isPresent()) {
                return ambiguous(word, words.get());
            }
            return local.get();
        }
        if (words.isPresent()) {
            return member(word, words.get(), expected);
        }
        return switch (core) {
            case Type.Ref(String kind) -> scope.reference(kind, word.name(), word.span());
            case Type.Of(Scalar s) when s.takesAnyWord() -> Value.of(word.name());
            default -> scope.sibling(word.name(), word.span()).orElseGet(() -> unknown(word, expected, scope));
        };
    }

    /**
     * Resolves {@code self} and the like; {@code host} and {@code tenant} are enum members where an enum is expected.
     */
    Value scope(Expr.Scope word, Expectation expected, Scope scope) {
        Optional<EnumType> words = wordsOf(Type.core(expected.type())).filter(e -> e.indexOf(word.word()) >= 0);
        if (words.isPresent()) {
            return new Value.Word(words.get(), words.get().indexOf(word.word()));
        }
        return word.word().equals("it") ? it(word, scope) : scope.place(word.word(), word.span());
    }

    /** Returns a dotted name where the place expects one verbatim: {@code acme.api} of a {@code consume}. */
    static Optional<Value> path(Expr.Member path, Expectation expected) {
        boolean taken = Type.core(expected.type()) instanceof Type.Of(Scalar s) && s.takesPath();
        return taken ? written(path).map(Value::of) : Optional.empty();
    }

    private static Optional<String> written(Expr expr) {
        return switch (expr) {
            case Expr.NameRef(String name, Span span) -> Optional.of(name);
            case Expr.Scope(String word, Span span) -> Optional.of(word);
            case Expr.Member(Expr of, Name name, Span span) -> written(of).map(before -> before + "." + name.text());
            default -> Optional.empty();
        };
    }

    private Value it(Expr.Scope word, Scope scope) {
        return scope.local("it").orElseGet(() -> {
            findings.add(Finding.of(Code.UNKNOWN_NAME, word.span(), "`it` is only allowed in the condition of a type")
                    .why("`it` is the value that a `where` condition tests"));
            return Value.ERROR;
        });
    }

    /** Returns the members of an enum, or the keywords of an assigned address. */
    private static Optional<EnumType> wordsOf(Type core) {
        return switch (core) {
            case Type.OneOf(EnumType e) -> Optional.of(e);
            case Type.Of(Scalar s) when !s.notation().words().isEmpty() -> Optional.of(assigned(s));
            default -> Optional.empty();
        };
    }

    private static EnumType assigned(Scalar scalar) {
        return new EnumType(scalar.word(), false, scalar.notation().words(), NOWHERE);
    }

    private Value member(Expr.NameRef word, EnumType words, Expectation expected) {
        int index = words.indexOf(word.name());
        if (index >= 0) {
            return new Value.Word(words, index);
        }
        List<String> known = new ArrayList<>(words.words());
        findings.add(EvalMessages.unknown(
                Code.UNKNOWN_NAME,
                word.span(),
                "unknown value `" + word.name() + "` for " + expected.what(),
                word.name(),
                known));
        return Value.ERROR;
    }

    private Value ambiguous(Expr.NameRef word, EnumType words) {
        findings.add(Finding.of(
                        Code.AMBIGUOUS_NAME,
                        word.span(),
                        "ambiguous name `" + word.name() + "`: it is a local and a member of " + words.name())
                .why("the reader cannot know which one is meant")
                .fix("rename the local"));
        return Value.ERROR;
    }

    private Value unknown(Expr.NameRef word, Expectation expected, Scope scope) {
        List<String> known = scope.names();
        String takes = expected.type() instanceof Type.Any
                ? ""
                : " for " + expected.what() + " (expected " + Type.described(expected.type()) + ")";
        String message = "unknown name `" + word.name() + "`" + takes;
        String own = Scope.SELF + word.name();
        List<String> bare = scope.budget().compares(known.size())
                ? known.stream().filter(n -> !n.startsWith(Scope.SELF)).toList()
                : List.of();
        findings.add(
                known.contains(own)
                        ? Finding.of(Code.UNKNOWN_NAME, word.span(), message)
                                .fix(new Fix("write `" + own + "`", List.of(new TextEdit(word.span(), own))))
                        : UnknownWord.finding(word, expected, message, bare, scope));
        return Value.ERROR;
    }
}
