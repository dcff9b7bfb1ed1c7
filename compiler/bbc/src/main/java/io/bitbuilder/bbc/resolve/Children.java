package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.syntax.Body;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Child blocks of a block by their keyword, made on first use. */
final class Children {
    private static final Set<String> LENT = Set.of("pool", "ceiling");

    private static final int PAIRS_A_STEP = 4;

    private final BlockNode block;
    private final ProgramContext context;
    private final Map<String, Map<String, BlockNode>> made = new HashMap<>();

    Children(BlockNode block, ProgramContext context) {
        this.block = block;
        this.context = context;
    }

    /** Entry that opens or removes a block. */
    record Opening(Writer by, Stmt.Entry entry, LexicalScope env, BlockKey key) {
        Span span() {
            return Labels.span(entry);
        }
    }

    /** Sorted by key. */
    List<BlockNode> of(String word) {
        return List.copyOf(byName(word).values());
    }

    Optional<BlockNode> of(String word, String name) {
        return Optional.ofNullable(byName(word).get(name));
    }

    /** Returns a block of any kind by its name; those under construction are unknown. */
    Optional<BlockNode> named(String name) {
        for (Kind kind : context.schema().children(block.kind())) {
            if (!isRunning(kind.name()) && of(kind.name(), name).isPresent()) {
                return of(kind.name(), name);
            }
        }
        return Optional.empty();
    }

    /** Returns whether blocks of some kind are being determined. */
    boolean areUnderConstruction() {
        return context.schema().children(block.kind()).stream().anyMatch(kind -> isRunning(kind.name()));
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Kind kind : context.schema().children(block.kind())) {
            if (!isRunning(kind.name())) {
                names.addAll(byName(kind.name()).keySet());
            }
        }
        return names;
    }

    private String title(String word) {
        return "every " + word + " of " + block.path();
    }

    private boolean isRunning(String word) {
        return context.isRunning(title(word));
    }

    private Map<String, BlockNode> byName(String word) {
        Map<String, BlockNode> known = made.get(word);
        if (known != null) {
            return known;
        }
        if (block.budget().isExhausted()) {
            return Map.of();
        }
        Optional<Kind> element = context.schema().inside(block.schema(), word);
        if (element.isEmpty()) {
            return Map.of();
        }
        Map<String, BlockNode> nodes = new LinkedHashMap<>();
        boolean wasRunning = isRunning(word);
        context.guarded(title(word), block.span(), () -> {
            make(word, element.get(), nodes);
            return Value.NONE;
        });
        if (!wasRunning) {
            made.put(word, nodes);
        }
        return nodes;
    }

    private void make(String word, Kind element, Map<String, BlockNode> out) {
        Map<String, List<Opening>> openings = new LinkedHashMap<>();
        Guards guards = new Guards(context, UnaryOperator.<Scope>identity());
        for (Writer writer : block.writers()) {
            for (Writer.Piece piece : writer.pieces()) {
                for (BodyIndex.Site<Stmt> site : piece.index().writes(word)) {
                    if (site.stmt() instanceof Stmt.Entry entry) {
                        for (Guards.Entered entered : guards.enter(site.guards(), piece.env())) {
                            open(writer, entry, element, entered, openings);
                        }
                    }
                }
            }
        }
        if (block.budget().isExhausted()) {
            return;
        }
        List<BlockNode> nodes = new ArrayList<>();
        openings.values()
                .forEach(o -> Presence.decide(o, block, context).ifPresent(alive -> nodes.add(node(element, alive))));
        lend(word, nodes);
        nodes.sort(Comparator.comparing(BlockNode::key, Children::compare));
        nodes.forEach(n -> out.put(n.name(), n));
    }

    private void open(
            Writer writer, Stmt.Entry entry, Kind element, Guards.Entered entered, Map<String, List<Opening>> out) {
        if (!entered.broken()
                && block.budget().step(entry.span())
                && block.budget().block(entry.span())) {
            Labels.key(entry, block.schema(), element, entered.env(), context)
                    .ifPresent(k -> out.computeIfAbsent(k.text(), t -> new ArrayList<>(1))
                            .add(new Opening(writer, entry, entered.env(), k)));
        }
    }

    /** Adds the built-in pools and ceilings that a platform does not declare. */
    private void lend(String word, List<BlockNode> nodes) {
        Optional<BlockNode> builtin = context.builtin();
        boolean borrows = LENT.contains(word)
                && builtin.isPresent()
                && builtin.get() != block
                && block.kind().equals(builtin.get().kind());
        if (borrows) {
            Set<String> own = Set.copyOf(nodes.stream().map(BlockNode::name).toList());
            builtin.get().blocks(word).stream()
                    .filter(b -> !own.contains(b.name()))
                    .map(BlockNode.class::cast)
                    .forEach(nodes::add);
        }
    }

    private BlockNode node(Kind element, List<Opening> alive) {
        Map<Writer, Writer> writers = new IdentityHashMap<>();
        List<Writer> openers = new ArrayList<>();
        for (Opening opening : alive) {
            if (!writers.containsKey(opening.by)) {
                Writer writer = new Writer(opening.by.title(), opening.by.via(), opening.by.layer());
                writers.put(opening.by, writer);
                openers.add(writer);
            }
        }
        Span span =
                alive.stream().map(Opening::span).min(Comparator.naturalOrder()).orElseThrow();
        link(writers, span);
        BlockNode node = new BlockNode(context, element, alive.getFirst().key, block, span, block.budget(), openers);
        for (Opening opening : alive) {
            opening.entry.body().ifPresent(body -> {
                BodyIndex index = context.index(entries(element, opening, body));
                LexicalScope env = opening.env.in(node.whole()).with(index.lets());
                writers.get(opening.by).add(new Writer.Piece(index, env, opening.span()));
            });
        }
        return node;
    }

    /** Returns the body that fills a map as a single block with the map's name. */
    private static Body entries(Kind element, Opening opening, Body body) {
        return element.entries(opening.key.fields())
                .map(field -> new Body(
                        List.of(new Stmt.Entry(
                                new Name(field.name(), opening.span()),
                                List.of(),
                                Optional.empty(),
                                Optional.of(body),
                                false,
                                Optional.empty(),
                                body.span())),
                        body.span()))
                .orElse(body);
    }

    /** Precedence is inherited from the outer block. */
    private void link(Map<Writer, Writer> writers, Span span) {
        long pairs = (long) writers.size() * (writers.size() - 1);
        if (pairs > 0 && block.budget().steps(pairs / PAIRS_A_STEP, span)) {
            writers.forEach((outer, inner) -> {
                Overrides overrides = Overrides.of(Stream.of(outer));
                writers.forEach((other, innerOther) -> {
                    if (overrides.cut(other)) {
                        inner.uses(innerOther);
                    }
                });
            });
        }
    }

    private static int compare(List<Value> a, List<Value> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = ValueFormatter.ORDER.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
