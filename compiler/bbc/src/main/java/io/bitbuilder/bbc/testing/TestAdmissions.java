package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Admits the tenants of a test to the platform of the fleet, with the defaults of `admit` if it does not name them. */
final class TestAdmissions {
    private final Map<String, Decl.Profile> profiles = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    /** Reads the profiles of the platform, which alone it can use. */
    private TestAdmissions(List<SourceUnit> units) {
        for (SourceUnit unit : units) {
            for (Decl decl : unit.decls()) {
                if (decl instanceof Decl.Profile profile && !(unit.file().owner() instanceof Owner.Tenant)) {
                    profiles.put(profile.name().text(), profile);
                }
            }
        }
    }

    /** Returns a part of the platform that admits tenants; empty if the platform admits all of them anyway. */
    static Optional<SourceUnit> of(List<SourceUnit> units, Set<String> tenants, Span place) {
        TestAdmissions admissions = new TestAdmissions(units);
        for (SourceUnit unit : units) {
            for (Decl decl : unit.decls()) {
                if (decl instanceof Decl.TopLevelBlock block
                        && TestFleet.isPlatform(block)
                        && block.entry().body().filter(admissions::admits).isPresent()) {
                    Stmt.Entry entry = block.entry();
                    List<Stmt> admits = tenants.stream()
                            .sorted()
                            .<Stmt>map(tenant -> entry("admit", List.of(label(tenant, place)), List.of(), place))
                            .toList();
                    Stmt.Entry part = entry("platform", entry.labels(), admits, place);
                    return Optional.of(new SourceUnit(unit.file(), List.of(new Decl.TopLevelBlock(part))));
                }
            }
        }
        return Optional.empty();
    }

    private boolean admits(Body body) {
        return body.stmts().stream().anyMatch(stmt -> switch (stmt) {
            case Stmt.Entry entry -> entry.kind().text().equals("admit");
            case Stmt.If branch ->
                admits(branch.then()) || branch.otherwise().filter(this::admits).isPresent();
            case Stmt.For loop -> admits(loop.body());
            case Stmt.Use use -> uses(use.path().getLast().text());
            default -> false;
        });
    }

    private boolean uses(String name) {
        Decl.Profile profile = seen.add(name) ? profiles.get(name) : null;
        return profile != null && admits(profile.body());
    }

    private static Stmt.Label label(String name, Span place) {
        return new Stmt.Label(new Expr.NameRef(name, place), false, place);
    }

    private static Stmt.Entry entry(String word, List<Stmt.Label> labels, List<Stmt> stmts, Span place) {
        return new Stmt.Entry(
                new Name(word, place),
                labels,
                Optional.empty(),
                Optional.of(new Body(stmts, place)),
                false,
                Optional.empty(),
                place);
    }
}
