package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.eval.Say;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A {@code use} names a profile for the kind of its block and gives the arguments that it takes. */
final class UseCheck {
    private final Context context;

    UseCheck(Context context) {
        this.context = context;
    }

    /** The types and names of a profile's parameters. */
    void declaration(Names.Profile profile) {
        Set<String> seen = new HashSet<>();
        for (Decl.Param param : profile.decl().params()) {
            profile.home().types().read(param.type());
            if (!seen.add(param.name().text())) {
                context.report(Finding.of(Code.NAM005, param.name().span(), "`" + param.name() + "` is declared already")
                        .fix("give one of them another name"));
            }
        }
    }

    void use(Stmt.Use use, Kind kind, String prefix, Names names) {
        String name = Uses.nameOf(use);
        Span span = use.path().getFirst().span().to(use.path().getLast().span());
        Optional<Names.Profile> profile = names.profileNamed(name);
        if (profile.isEmpty()) {
            context.report(Say.unknown(Code.NAM004, span, "there is no profile `" + name + "`", name, names.profileNames()));
        } else if (!prefix.isEmpty()) {
            context.report(Finding.of(Code.TYP004, span, "`use` stands directly in `" + kind.name() + "`, not in a nested block")
                    .why("a profile is for a kind, and writes nested blocks itself")
                    .fix("move it one block out"));
        } else if (profile.get().decl().kinds().stream().noneMatch(k -> k.text().equals(kind.name()))) {
            List<String> kinds = profile.get().decl().kinds().stream().map(Name::text).toList();
            context.report(Finding.of(Code.NAM008, span, "profile `" + name + "` is for " + String.join(", ", kinds) + ", not for " + kind.name())
                    .also(profile.get().decl().name().span(), "the profile")
                    .why("a profile is checked for the kinds that it names, and may write only what they have")
                    .fix("use another profile here"));
        } else {
            arguments(use, span, profile.get());
        }
    }

    private void arguments(Stmt.Use use, Span span, Names.Profile profile) {
        List<Decl.Param> params = profile.decl().params();
        List<String> known = params.stream().map(p -> p.name().text()).toList();
        Set<String> given = new HashSet<>();
        int position = 0;
        for (Expr.Arg arg : use.args()) {
            if (arg.name().isEmpty() && position >= params.size()) {
                context.report(Finding.of(Code.TYP006, arg.span(), "profile `" + profile.name() + "` takes " + params.size() + " arguments"));
                return;
            }
            String name = arg.name().isPresent() ? arg.name().get().text() : known.get(position++);
            if (!known.contains(name)) {
                context.report(Say.unknown(Code.TYP006, arg.span(), "profile `" + profile.name() + "` has no parameter `" + name + "`", name, known));
                return;
            }
            if (!given.add(name)) {
                context.report(Finding.of(Code.TYP006, arg.span(), "`" + name + "` is given twice"));
                return;
            }
        }
        for (Decl.Param param : params) {
            if (param.value().isEmpty() && !given.contains(param.name().text())) {
                context.report(Finding.of(Code.TYP006, span, "profile `" + profile.name() + "` needs `" + param.name() + "`")
                        .also(param.span(), "it has no default")
                        .fix("write `use " + profile.name() + "(" + param.name() + " = …)`"));
            }
        }
    }
}
