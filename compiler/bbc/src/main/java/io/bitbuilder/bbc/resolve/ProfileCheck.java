package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that profiles do not use each other in a cycle. */
final class ProfileCheck {
    private final ProgramContext context;
    private final Map<Decl.Profile, Integer> state = new IdentityHashMap<>();
    private final List<DeclaredNames.Profile> path = new ArrayList<>();
    private final Set<Decl.Profile> circular = Collections.newSetFromMap(new IdentityHashMap<>());

    private ProfileCheck(ProgramContext context) {
        this.context = context;
    }

    static void check(List<DeclaredNames.Profile> profiles, ProgramContext context) {
        ProfileCheck check = new ProfileCheck(context);
        profiles.forEach(check::visit);
        context.circular(check.circular);
    }

    private void visit(DeclaredNames.Profile profile) {
        int seen = state.getOrDefault(profile.decl(), 0);
        if (seen == 1) {
            circle(profile);
        }
        if (seen != 0) {
            return;
        }
        state.put(profile.decl(), 1);
        path.add(profile);
        List<String> used = new ArrayList<>();
        used(profile.decl().body(), used);
        used.forEach(name -> profile.home().profileNamed(name).ifPresent(this::visit));
        path.removeLast();
        state.put(profile.decl(), 2);
    }

    private void circle(DeclaredNames.Profile profile) {
        List<DeclaredNames.Profile> circle = path.subList(indexOf(profile), path.size());
        circle.forEach(p -> circular.add(p.decl()));
        String names = String.join(
                        " -> ", circle.stream().map(DeclaredNames.Profile::name).toList()) + " -> " + profile.name();
        context.report(Finding.of(Code.CYCLIC_PROFILES, profile.decl().name().span(), "cyclic profiles: " + names)
                .why("a profile overrides the profiles that it uses, so in a cycle each would override itself")
                .fix("move the shared part into a separate profile"));
    }

    private int indexOf(DeclaredNames.Profile profile) {
        int at = path.size() - 1;
        while (path.get(at).decl() != profile.decl()) {
            at--;
        }
        return at;
    }

    private static void used(Body body, List<String> out) {
        for (Stmt stmt : body.stmts()) {
            switch (stmt) {
                case Stmt.Use u -> out.add(ProfileExpansion.nameOf(u));
                case Stmt.Entry e -> e.body().ifPresent(b -> used(b, out));
                case Stmt.For f -> used(f.body(), out);
                case Stmt.If i -> {
                    used(i.then(), out);
                    i.otherwise().ifPresent(b -> used(b, out));
                }
                default -> {
                    // No other statement contains a use.
                }
            }
        }
    }
}
