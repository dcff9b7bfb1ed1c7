package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Index of a body's statements by the first name that they write, so that reading one field visits only its possible
 * writers.
 */
final class BodyIndex {
    /** Condition or loop around a statement, with the {@code let}s of the body under it. */
    sealed interface Guard {
        /** Condition that must have that outcome. */
        record When(Expr condition, boolean outcome, List<Stmt.Let> lets) implements Guard {}

        /** A loop. */
        record Each(Stmt.For loop, List<Stmt.Let> lets) implements Guard {}
    }

    /** Statement under its guards, outermost first. */
    record Site<S extends Stmt>(S stmt, List<Guard> guards) {}

    private final Map<String, List<Site<Stmt>>> writes = new LinkedHashMap<>();
    private final List<Site<Stmt.Use>> uses = new ArrayList<>();
    private final List<Site<Stmt.Defaults>> defaults = new ArrayList<>();
    private final List<Stmt.Let> lets;
    private boolean holdsFinal;

    BodyIndex(Body body) {
        lets = lets(body);
        walk(body, List.of());
    }

    private static List<Stmt.Let> lets(Body body) {
        return body.stmts().stream()
                .filter(Stmt.Let.class::isInstance)
                .map(Stmt.Let.class::cast)
                .toList();
    }

    private void walk(Body body, List<Guard> guards) {
        for (Stmt stmt : body.stmts()) {
            switch (stmt) {
                case Stmt.Field f -> {
                    holdsFinal |= f.isFinal();
                    add(f.path().getFirst().text(), f, guards);
                }
                case Stmt.Entry e -> {
                    holdsFinal |= e.body().isPresent() && new BodyIndex(e.body().get()).holdsFinal;
                    add(e.kind().text(), e, guards);
                }
                case Stmt.Use u -> uses.add(new Site<>(u, guards));
                case Stmt.Defaults d -> defaults.add(new Site<>(d, guards));
                case Stmt.If i -> branches(i, guards);
                case Stmt.For f -> walk(f.body(), under(guards, new Guard.Each(f, lets(f.body()))));
                case Stmt.Let l -> {
                    // Lets belong to the scope of their body.
                }
                case Stmt.Refused r -> {
                    // The parser has reported it.
                }
            }
        }
    }

    private void branches(Stmt.If stmt, List<Guard> guards) {
        walk(stmt.then(), under(guards, new Guard.When(stmt.condition(), true, lets(stmt.then()))));
        stmt.otherwise().ifPresent(b -> walk(b, under(guards, new Guard.When(stmt.condition(), false, lets(b)))));
    }

    private static List<Guard> under(List<Guard> guards, Guard inner) {
        List<Guard> all = new ArrayList<>(guards);
        all.add(inner);
        return List.copyOf(all);
    }

    private void add(String name, Stmt stmt, List<Guard> guards) {
        writes.computeIfAbsent(name, n -> new ArrayList<>(1)).add(new Site<>(stmt, guards));
    }

    /** Returns the fields and blocks that begin with that name. */
    List<Site<Stmt>> writes(String name) {
        return writes.getOrDefault(name, List.of());
    }

    /** Returns all fields and blocks by their first name. */
    Map<String, List<Site<Stmt>>> all() {
        return writes;
    }

    /** Returns the uses of profiles. */
    List<Site<Stmt.Use>> uses() {
        return uses;
    }

    /** Returns the defaults of a platform. */
    List<Site<Stmt.Defaults>> defaults() {
        return defaults;
    }

    /** Returns the locals of the body itself. */
    List<Stmt.Let> lets() {
        return lets;
    }

    /** Returns whether it contains a final field, at any depth. */
    boolean holdsFinal() {
        return holdsFinal;
    }
}
