package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Collects the writes of a block's writers to one field or one nested block. */
final class WriteCollector {
    private final BlockNode block;
    private final Guards guards;
    private final List<String> path;
    private final boolean map;
    private final boolean deeper;
    private final List<CollectedWrite> found = new ArrayList<>();

    private WriteCollector(BlockNode block, String path, boolean map, ProgramContext context) {
        this.block = block;
        this.path = List.of(path.split("\\."));
        this.map = map;
        this.deeper = block.schema().nestedBlock(path).isPresent();
        this.guards = new Guards(context, UnaryOperator.<Scope>identity());
    }

    /**
     * Single write.
     *
     * @param field the value; empty if a nested block was opened
     * @param key the entry of a map that it sets
     * @param broken whether its condition has been reported as invalid
     */
    record CollectedWrite(
            Writer by, Optional<Stmt.Field> field, LexicalScope env, Optional<Name> key, boolean broken, Stmt stmt) {
        /** {@code nested = none}. */
        boolean removes() {
            return field.isPresent() && field.get().value() instanceof Expr.None;
        }

        Expr value() {
            return field.orElseThrow().value();
        }
    }

    /**
     * Returns the writes of a field, without those to a nested block removed by a writer of equal or higher precedence.
     */
    static List<CollectedWrite> field(BlockNode block, String path, Type type, ProgramContext context) {
        WriteCollector collector = new WriteCollector(block, path, Type.core(type) instanceof Type.MapOf, context);
        collector.run();
        List<CollectedWrite> found = collector.found;
        for (int dot = path.indexOf('.'); dot > 0 && !found.isEmpty(); dot = path.indexOf('.', dot + 1)) {
            String nested = path.substring(0, dot);
            if (block.schema().nestedBlock(nested).filter(n -> n.optional()).isPresent()) {
                Overrides removals = Overrides.of(nested(block, nested, context).stream()
                        .filter(CollectedWrite::removes)
                        .map(CollectedWrite::by));
                found = found.stream().filter(s -> !removals.cut(s.by())).toList();
            }
        }
        return found;
    }

    /** Returns the openings and removals of a nested block, and the writes to its members. */
    static List<CollectedWrite> nested(BlockNode block, String path, ProgramContext context) {
        WriteCollector collector = new WriteCollector(block, path, false, context);
        collector.run();
        return collector.found;
    }

    private void run() {
        for (Writer writer : block.writers()) {
            for (Writer.Piece piece : writer.pieces()) {
                walk(writer, piece.index(), piece.env(), 0, false);
            }
        }
    }

    private void walk(Writer writer, BodyIndex index, LexicalScope env, int depth, boolean broken) {
        for (BodyIndex.Site<Stmt> site : index.writes(path.get(depth))) {
            switch (site.stmt()) {
                case Stmt.Field f
                when matches(f, depth) -> {
                    int rest = path.size() - depth;
                    Optional<Name> key =
                            f.path().size() > rest ? Optional.of(f.path().getLast()) : Optional.empty();
                    for (Guards.Entered e : guards.enter(site.guards(), env)) {
                        found.add(new CollectedWrite(writer, Optional.of(f), e.env(), key, broken || e.broken(), f));
                    }
                }
                case Stmt.Entry e
                when e.labels().isEmpty() && e.body().isPresent() -> {
                    for (Guards.Entered entered : guards.enter(site.guards(), env)) {
                        enter(writer, e, entered, depth, broken);
                    }
                }
                default -> {
                    // Another field under the same first name.
                }
            }
        }
    }

    /** Matches a field of this path, an entry of this map, or a member of this nested block. */
    private boolean matches(Stmt.Field field, int depth) {
        List<Name> names = field.path();
        int rest = path.size() - depth;
        if (names.size() < rest || names.size() > rest && !deeper && !(map && names.size() == rest + 1)) {
            return false;
        }
        for (int i = 0; i < rest; i++) {
            if (!names.get(i).text().equals(path.get(depth + i))) {
                return false;
            }
        }
        return true;
    }

    private void enter(Writer writer, Stmt.Entry entry, Guards.Entered entered, int depth, boolean broken) {
        boolean stop = depth == path.size() - 1;
        boolean bad = broken || entered.broken();
        BodyIndex index = block.context().index(entry.body().orElseThrow());
        if (!stop) {
            String prefix = String.join(".", path.subList(0, depth + 1)) + ".";
            walk(writer, index, entered.env().in(new BlockView(block, prefix)).with(index.lets()), depth + 1, bad);
        } else if (map) {
            entries(writer, index, entered.env().with(index.lets()), bad);
        } else {
            found.add(new CollectedWrite(writer, Optional.empty(), entered.env(), Optional.empty(), bad, entry));
        }
    }

    private void entries(Writer writer, BodyIndex index, LexicalScope env, boolean broken) {
        for (List<BodyIndex.Site<Stmt>> sites : index.all().values()) {
            for (BodyIndex.Site<Stmt> site : sites) {
                if (site.stmt() instanceof Stmt.Field f && f.path().size() == 1) {
                    for (Guards.Entered e : guards.enter(site.guards(), env)) {
                        found.add(new CollectedWrite(
                                writer,
                                Optional.of(f),
                                e.env(),
                                Optional.of(f.path().getFirst()),
                                broken || e.broken(),
                                f));
                    }
                }
            }
        }
    }
}
