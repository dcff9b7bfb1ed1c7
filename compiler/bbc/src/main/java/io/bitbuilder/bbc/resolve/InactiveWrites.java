package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds the writes of a field that conditions and loops exclude, also those in profiles whose {@code use} is excluded;
 * for explanations only. Conditions of the block's own writers are evaluated, excluded statements are not.
 */
final class InactiveWrites {
    private final BlockNode block;
    private final ProgramContext context;
    private final List<String> path;
    private final boolean map;
    private final Guards guards;
    private final Guards plain;
    private final Set<Decl.Profile> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<InactiveWrite> found = new ArrayList<>();

    private InactiveWrites(BlockNode block, String path, Type type, ProgramContext context) {
        this.block = block;
        this.context = context;
        this.path = List.of(path.split("\\."));
        this.map = Type.core(type) instanceof Type.MapOf;
        this.guards = new Guards(context, UnaryOperator.<Scope>identity());
        this.plain = new Guards(context, s -> new PlainScope(s, context));
    }

    static List<InactiveWrite> of(BlockNode block, String path, Type type, ProgramContext context) {
        InactiveWrites writes = new InactiveWrites(block, path, type, context);
        for (Writer writer : block.writers()) {
            for (Writer.Piece piece : writer.pieces()) {
                writes.live(writer.via(), piece.index(), piece.env(), 0);
                writes.uses(writer.via(), piece);
            }
        }
        return List.copyOf(writes.found);
    }

    /** Visits a body whose own conditions hold. */
    private void live(List<WriteStep> chain, BodyIndex index, LexicalScope env, int depth) {
        for (BodyIndex.Site<Stmt> site : index.writes(path.get(depth))) {
            Optional<InactiveWrite.Reason> reason = excluded(guards, site.guards(), env);
            if (reason.isPresent()) {
                dead(chain, site.stmt(), depth, reason.get());
            } else if (site.stmt() instanceof Stmt.Entry entry && depth < path.size() - 1) {
                inside(entry).ifPresent(inner -> {
                    String prefix = String.join(".", path.subList(0, depth + 1)) + ".";
                    for (Guards.Entered entered : guards.enter(site.guards(), env)) {
                        LexicalScope scope =
                                entered.env().in(new BlockView(block, prefix)).with(inner.lets());
                        live(chain, inner, scope, depth + 1);
                    }
                });
            }
        }
    }

    /** Adds the writes of an excluded statement. */
    private void dead(List<WriteStep> chain, Stmt stmt, int depth, InactiveWrite.Reason reason) {
        int rest = path.size() - depth;
        switch (stmt) {
            case Stmt.Field field
            when matches(field.path(), depth) -> {
                Optional<String> key = field.path().size() > rest
                        ? Optional.of(field.path().getLast().text())
                        : Optional.empty();
                add(chain, field, key, reason);
            }
            case Stmt.Entry entry
            when rest > 1 ->
                inside(entry)
                        .ifPresent(inner -> inner.writes(path.get(depth + 1))
                                .forEach(site -> dead(chain, site.stmt(), depth + 1, reason)));
            case Stmt.Entry entry
            when map ->
                inside(entry)
                        .ifPresent(inner -> inner.all().values().stream()
                                .flatMap(List::stream)
                                .forEach(site -> {
                                    if (site.stmt() instanceof Stmt.Field field) {
                                        add(
                                                chain,
                                                field,
                                                Optional.of(
                                                        field.path().getFirst().text()),
                                                reason);
                                    }
                                }));
            default -> {
                // Another field under the same first name.
            }
        }
    }

    private void add(List<WriteStep> chain, Stmt.Field field, Optional<String> key, InactiveWrite.Reason reason) {
        found.add(new InactiveWrite(field.value().span(), chain, field.add(), field.isFinal(), key, reason));
    }

    /** Visits the profiles that excluded {@code use} statements name, and the profiles that these use. */
    private void uses(List<WriteStep> chain, Writer.Piece piece) {
        for (BodyIndex.Site<Stmt.Use> site : piece.index().uses()) {
            excluded(plain, site.guards(), piece.env())
                    .ifPresent(reason -> profile(chain, site.stmt(), piece.env().owner(), reason));
        }
    }

    private void profile(List<WriteStep> chain, Stmt.Use use, DeclaredNames names, InactiveWrite.Reason reason) {
        names.profileNamed(ProfileExpansion.nameOf(use))
                .filter(p -> seen.add(p.decl()))
                .filter(p -> p.decl().kinds().stream().anyMatch(k -> k.text().equals(block.kind())))
                .ifPresent(p -> {
                    List<WriteStep> steps = new ArrayList<>(chain);
                    steps.add(new WriteStep.Profile(p.name(), p.decl().name().span()));
                    BodyIndex index = context.index(p.decl().body());
                    index.writes(path.getFirst()).forEach(site -> dead(steps, site.stmt(), 0, reason));
                    index.uses().forEach(site -> profile(steps, site.stmt(), p.home(), reason));
                });
    }

    private static Optional<InactiveWrite.Reason> excluded(
            Guards guards, List<BodyIndex.Guard> around, LexicalScope env) {
        for (int end = 1; end <= around.size(); end++) {
            if (guards.enter(around.subList(0, end), env).isEmpty()) {
                return Optional.of(
                        switch (around.get(end - 1)) {
                            case BodyIndex.Guard.When w ->
                                new InactiveWrite.Reason.Condition(w.condition().span(), !w.outcome());
                            case BodyIndex.Guard.Each e ->
                                new InactiveWrite.Reason.NoRound(e.loop().in().span());
                        });
            }
        }
        return Optional.empty();
    }

    /** Returns the body of an entry without labels: a nested block or a map. */
    private Optional<BodyIndex> inside(Stmt.Entry entry) {
        return entry.labels().isEmpty() ? entry.body().map(context::index) : Optional.empty();
    }

    private boolean matches(List<Name> names, int depth) {
        int rest = path.size() - depth;
        if (names.size() != rest && !(map && names.size() == rest + 1)) {
            return false;
        }
        for (int i = 0; i < rest; i++) {
            if (!names.get(i).text().equals(path.get(depth + i))) {
                return false;
            }
        }
        return true;
    }
}
