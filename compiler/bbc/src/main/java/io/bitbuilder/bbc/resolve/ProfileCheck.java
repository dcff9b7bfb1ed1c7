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
    private final List<DeclaredProfile> path = new ArrayList<>();
    private final Map<Decl.Profile, Integer> depths = new IdentityHashMap<>();
    private boolean deepReported;
    private final Set<Decl.Profile> circular = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Maximum number of profiles in a chain of uses. */
    private static final int MAX_DEPTH = 64;

    private ProfileCheck(ProgramContext context) {
        this.context = context;
    }

    static void check(List<DeclaredProfile> profiles, ProgramContext context) {
        ProfileCheck check = new ProfileCheck(context);
        profiles.forEach(check::visit);
        context.circular(check.circular);
    }

    private void visit(DeclaredProfile profile) {
        int seen = state.getOrDefault(profile.decl(), 0);
        if (seen == 1) {
            circle(profile);
        }
        if (seen != 0) {
            return;
        }
        if (path.size() >= MAX_DEPTH) {
            tooDeep(profile);
            return;
        }
        state.put(profile.decl(), 1);
        path.add(profile);
        List<String> used = new ArrayList<>();
        used(profile.decl().body(), used);
        used.forEach(name -> profile.home().profileNamed(name).ifPresent(this::visit));
        path.removeLast();
        state.put(profile.decl(), 2);
        int depth = 1
                + used.stream()
                        .flatMap(name -> profile.home().profileNamed(name).stream())
                        .mapToInt(p -> depths.getOrDefault(p.decl(), 0))
                        .max()
                        .orElse(0);
        if (depth > MAX_DEPTH) {
            tooDeep(profile);
        } else {
            depths.put(profile.decl(), depth);
        }
    }

    /** Reports a chain once; a use of this profile is ignored, so that every other chain ends. */
    private void tooDeep(DeclaredProfile profile) {
        circular.add(profile.decl());
        if (!deepReported) {
            deepReported = true;
            context.report(Finding.of(
                            Code.DEPENDENCY_TOO_DEEP,
                            profile.decl().name().span(),
                            "chain of profiles too long: `" + profile.name() + "` is in one of more than " + MAX_DEPTH)
                    .why("limits bound the cost of a run for any input")
                    .fix("use several profiles in the block instead of one in the other"));
        }
    }

    private void circle(DeclaredProfile profile) {
        List<DeclaredProfile> circle = path.subList(indexOf(profile), path.size());
        circle.forEach(p -> circular.add(p.decl()));
        String names =
                String.join(" -> ", circle.stream().map(DeclaredProfile::name).toList()) + " -> " + profile.name();
        context.report(Finding.of(Code.CYCLIC_PROFILES, profile.decl().name().span(), "cyclic profiles: " + names)
                .why("a profile overrides the profiles that it uses, so in a cycle each would override itself")
                .fix("move the shared part into a separate profile"));
    }

    private int indexOf(DeclaredProfile profile) {
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
