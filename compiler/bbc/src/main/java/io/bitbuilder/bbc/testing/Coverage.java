package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.resolve.BranchLog;
import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Branches of profiles that tests have taken. */
public final class Coverage implements BranchLog {
    private final Set<Expr> held = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Expr> failed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Decl.Profile> used = Collections.newSetFromMap(new IdentityHashMap<>());

    Coverage() {}

    /**
     * Statements of a profile that no test has evaluated.
     *
     * @param place the condition or loop, or the name of a profile that no test uses
     * @param what the same in words
     */
    public record Branch(Span place, String what) {}

    @Override
    public void taken(Expr guard, boolean outcome) {
        (outcome ? held : failed).add(guard);
    }

    @Override
    public void used(Decl.Profile profile) {
        used.add(profile);
    }

    /**
     * Returns the branches in the profiles of these files that were never taken; those within such a one are left out.
     */
    List<Branch> untaken(List<SourceUnit> units) {
        List<Branch> found = new ArrayList<>();
        for (SourceUnit unit : units) {
            for (Decl written : unit.decls()) {
                Decl decl = written instanceof Decl.Private(Decl hidden, Span word) ? hidden : written;
                if (decl instanceof Decl.Profile profile && used.contains(profile)) {
                    body(profile.body(), found);
                } else if (decl instanceof Decl.Profile profile) {
                    found.add(new Branch(profile.name().span(), "profile " + profile.name()));
                }
            }
        }
        found.sort(Comparator.comparing(Branch::place));
        return found;
    }

    private void body(Body body, List<Branch> found) {
        for (Stmt stmt : body.stmts()) {
            switch (stmt) {
                case Stmt.If branch -> {
                    Span place = branch.condition().span();
                    side(branch.then(), held.contains(branch.condition()), place, "if ", found);
                    branch.otherwise()
                            .ifPresent(o -> side(o, failed.contains(branch.condition()), place, "else of if ", found));
                }
                case Stmt.For loop ->
                    side(
                            loop.body(),
                            held.contains(loop.in()),
                            loop.in().span(),
                            "for " + loop.variables() + " in ",
                            found);
                case Stmt.Entry entry -> entry.body().ifPresent(inner -> body(inner, found));
                default -> {
                    // No other statement has a branch.
                }
            }
        }
    }

    private void side(Body body, boolean taken, Span guard, String what, List<Branch> found) {
        if (taken) {
            body(body, found);
        } else {
            found.add(new Branch(guard, what + guard.text()));
        }
    }
}
