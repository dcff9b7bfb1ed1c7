package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that each {@code use} names a profile for the kind of its block and passes valid arguments. */
final class UseCheck {
    private final ProgramContext context;

    UseCheck(ProgramContext context) {
        this.context = context;
    }

    /** Checks the types and names of a profile's parameters. */
    void declaration(DeclaredProfile profile) {
        Set<String> seen = new HashSet<>();
        for (Decl.Param param : profile.decl().params()) {
            profile.home().types().read(param.type());
            if (!seen.add(param.name().text())) {
                context.report(Finding.of(
                                Code.DUPLICATE_NAME, param.name().span(), "duplicate parameter `" + param.name() + "`")
                        .fix("rename one of them"));
            }
        }
    }

    void use(Stmt.Use use, Kind kind, String prefix, DeclaredNames names) {
        String name = ProfileExpansion.nameOf(use);
        Span span = use.path().getFirst().span().to(use.path().getLast().span());
        Optional<DeclaredProfile> profile = names.profileNamed(name);
        if (profile.isEmpty()) {
            context.report(EvalMessages.unknown(
                    Code.UNKNOWN_DEFINITION,
                    span,
                    "unknown profile `" + name + "`",
                    name,
                    names.profileNames(kind.name())));
        } else if (!prefix.isEmpty()) {
            context.report(Finding.of(
                            Code.WRONG_MEMBER_FORM,
                            span,
                            "`use` is only allowed directly in `" + kind.name() + "`, not in a nested block")
                    .why("a profile applies to a kind, and sets nested blocks itself")
                    .fix("move it out of the nested block"));
        } else if (!profile.get().isFor(kind.name())) {
            List<String> kinds =
                    profile.get().decl().kinds().stream().map(Name::text).toList();
            context.report(Finding.of(
                            Code.PROFILE_NOT_APPLICABLE,
                            span,
                            "profile `" + name + "` is for " + String.join(", ", kinds) + ", not for " + kind.name())
                    .also(profile.get().decl().name().span(), "the profile")
                    .why("a profile is checked against its kinds, and may set only their members")
                    .fix("use another profile here"));
        } else {
            arguments(use, span, profile.get());
        }
    }

    private void arguments(Stmt.Use use, Span span, DeclaredProfile profile) {
        List<Decl.Param> params = profile.decl().params();
        List<String> known = params.stream().map(p -> p.name().text()).toList();
        Set<String> given = new HashSet<>();
        int position = 0;
        for (Expr.Arg arg : use.args()) {
            if (arg.name().isEmpty() && position >= params.size()) {
                context.report(Finding.of(
                        Code.INVALID_ARGUMENTS,
                        arg.span(),
                        "profile `" + profile.name() + "` expects at most " + params.size() + " arguments"));
                return;
            }
            String name = arg.name().isPresent() ? arg.name().get().text() : known.get(position++);
            if (!known.contains(name)) {
                context.report(EvalMessages.unknown(
                        Code.INVALID_ARGUMENTS,
                        arg.span(),
                        "unknown parameter `" + name + "` of profile `" + profile.name() + "`",
                        name,
                        known));
                return;
            }
            if (!given.add(name)) {
                context.report(Finding.of(Code.INVALID_ARGUMENTS, arg.span(), "duplicate argument `" + name + "`"));
                return;
            }
        }
        for (Decl.Param param : params) {
            if (param.value().isEmpty() && !given.contains(param.name().text())) {
                context.report(Finding.of(
                                Code.INVALID_ARGUMENTS,
                                span,
                                "missing argument `" + param.name() + "` of profile `" + profile.name() + "`")
                        .also(param.span(), "this parameter has no default")
                        .fix("write `use " + profile.name() + "(" + param.name() + " = …)`"));
            }
        }
    }
}
