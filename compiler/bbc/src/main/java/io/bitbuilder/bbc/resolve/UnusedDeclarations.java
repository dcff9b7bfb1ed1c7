package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Owner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reports declarations of tenants whose name occurs nowhere else: a {@code let}, a parameter, a profile. A name counts
 * as read wherever it is written in the files of its owner, so that the cost is one pass over them.
 */
final class UnusedDeclarations {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private final ProgramContext context;
    private final Map<String, Integer> words = new HashMap<>();

    private UnusedDeclarations(ProgramContext context) {
        this.context = context;
    }

    static void check(List<SourceUnit> units, ProgramContext context) {
        Map<Owner, UnusedDeclarations> owners = new HashMap<>();
        Set<SourceUnit> own = new HashSet<>();
        for (SourceUnit unit : units) {
            if (unit.file().owner() instanceof Owner.Tenant
                    && unit.file().path().endsWith(".bbc")) {
                own.add(unit);
                owners.computeIfAbsent(unit.file().owner(), o -> new UnusedDeclarations(context))
                        .count(unit.file().text());
            }
        }
        units.stream()
                .filter(own::contains)
                .forEach(unit -> owners.get(unit.file().owner()).declared(unit));
    }

    private void count(String text) {
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.merge(matcher.group(), 1, Integer::sum);
        }
    }

    private void declared(SourceUnit unit) {
        for (Decl decl : unit.decls()) {
            switch (decl) {
                case Decl.Let let -> named("let", let.name());
                case Decl.Data data -> named("data", data.name());
                case Decl.Profile profile -> {
                    named("profile", profile.name());
                    profile.params().forEach(param -> named("parameter", param.name()));
                    body(profile.body());
                }
                case Decl.TopLevelBlock top -> top.entry().body().ifPresent(this::body);
                default -> {
                    // Types and enums change no output.
                }
            }
        }
    }

    private void body(Body body) {
        for (Stmt stmt : body.stmts()) {
            switch (stmt) {
                case Stmt.Let let -> named("let", let.name());
                case Stmt.Entry entry -> entry.body().ifPresent(this::body);
                case Stmt.If branch -> {
                    body(branch.then());
                    branch.otherwise().ifPresent(this::body);
                }
                case Stmt.For loop -> body(loop.body());
                default -> {
                    // The others hold no declarations.
                }
            }
        }
    }

    private void named(String what, Name name) {
        if (words.getOrDefault(name.text(), 0) == 1) {
            context.report(Finding.of(Code.UNUSED_DECLARATION, name.span(), "unused " + what + " `" + name.text() + "`")
                    .why("nothing reads it, so its value is never computed")
                    .fix("use it, or remove it"));
        }
    }
}
