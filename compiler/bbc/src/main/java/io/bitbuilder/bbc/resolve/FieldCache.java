package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.EntryPlace;
import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.eval.PlacedValue;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Field values of one block, computed on first use and then cached, unless they still wait for the allocation. */
final class FieldCache {
    private final BlockNode block;
    private final ProgramContext context;
    private final Map<String, Cell> cells = new HashMap<>();

    FieldCache(BlockNode block, ProgramContext context) {
        this.block = block;
        this.context = context;
    }

    /** A computed field; also the places of the entries of a map, and of the elements of a list or a set. */
    record Cell(Value value, Optional<Span> written, Map<String, EntryPlace> entries) {
        private static final Cell ERROR = new Cell(Value.ERROR, Optional.empty(), Map.of());
    }

    /** Returns the written value of a field: for a late one {@code auto}, a keyword, or a value. */
    Cell get(String path, Span asked) {
        Cell known = cells.get(path);
        if (known != null) {
            return known;
        }
        Field field = block.schema()
                .field(path)
                .orElseThrow(() -> new IllegalArgumentException(block.kind() + ": unknown field " + path));
        Cell[] made = {Cell.ERROR};
        String what = block.path() + "/" + path;
        context.guarded(what, asked, () -> {
            made[0] = compute(path, field);
            return made[0].value;
        });
        if (!(made[0].value instanceof Value.Late)) {
            cells.put(path, made[0]);
        }
        return made[0];
    }

    /** The field has been reported as invalid; further reads are silent. */
    void fail(String path) {
        cells.put(path, Cell.ERROR);
    }

    private Cell compute(String path, Field field) {
        List<Merge.Put> puts = puts(path, field);
        if (!mayHold(path, puts.size())) {
            return Cell.ERROR;
        }
        Merge.Outcome outcome = Merge.of(shape(field.type()), puts, () -> fallback(path, field));
        outcome.clash().ifPresent(c -> MergeConflicts.report(c, block, path, context));
        return new Cell(outcome.value(), outcome.winner().map(Merge.Put::span), entries(puts, outcome));
    }

    /** Returns the places of entries and elements: those of a single entry before those of a whole map. */
    private static Map<String, EntryPlace> entries(List<Merge.Put> puts, Merge.Outcome outcome) {
        boolean parts = outcome.value() instanceof Value.Items
                || outcome.value() instanceof Value.Members
                || outcome.value() instanceof Value.Entries;
        if (!parts) {
            return Map.of();
        }
        Set<Merge.Put> overridden = Collections.newSetFromMap(new IdentityHashMap<>());
        overridden.addAll(outcome.overridden());
        Map<String, EntryPlace> entries = new HashMap<>();
        puts.stream()
                .filter(put -> !overridden.contains(put))
                .sorted(Comparator.comparing((Merge.Put put) -> put.key().isPresent())
                        .thenComparing(Merge.ORDER.reversed()))
                .forEach(put -> entries.putAll(put.places().get()));
        return entries;
    }

    /** A map has an entry for each write, so that many of them make a large map. */
    private boolean mayHold(String path, long writes) {
        return block.budget()
                .fits(
                        Limit.LIST_ELEMENTS,
                        writes,
                        block.span(),
                        "`" + path + "` of " + block.title() + " has " + writes + " writes");
    }

    /** Returns all writes of a field, merged anew; the field itself has been reported already if it is wrong. */
    List<FieldWrite> writes(String path) {
        Field field = block.schema().field(path).orElseThrow();
        List<Merge.Put> puts = puts(path, field);
        Map<Merge.Put, List<FieldRead>> reads = new IdentityHashMap<>();
        puts.forEach(p -> reads.put(p, context.reads().during(p.value()::get)));
        return MergeOutcomes.of(puts, Merge.of(shape(field.type()), puts, () -> Value.NONE), reads);
    }

    private List<Merge.Put> puts(String path, Field field) {
        List<Merge.Put> puts = new ArrayList<>();
        for (WriteCollector.CollectedWrite said : WriteCollector.field(block, path, field.type(), context)) {
            said.field().ifPresent(f -> puts.add(put(path, field, said)));
        }
        return puts;
    }

    private Merge.Put put(String path, Field field, WriteCollector.CollectedWrite said) {
        Type type = said.key().isPresent() && Type.core(field.type()) instanceof Type.MapOf(Type k, Type v)
                ? v
                : field.type();
        String shown = said.key().map(k -> path + "." + k).orElse(path);
        Expectation expected = new Expectation(type, "`" + shown + "`", field.late());
        boolean single = shape(field.type()) == Merge.Shape.SINGLE;
        PlacedValue[] known = new PlacedValue[1];
        Supplier<PlacedValue> value = () -> {
            if (known[0] == null) {
                known[0] = said.broken()
                        ? PlacedValue.ERROR
                        : single
                                ? PlacedValue.of(said.env().eval(said.value(), expected))
                                : said.env().placed(said.value(), expected);
            }
            return known[0];
        };
        Span span = said.value().span();
        return new Merge.Put(
                said.by(),
                said.field().orElseThrow().add(),
                said.field().orElseThrow().isFinal(),
                () -> value.get().value(),
                span,
                said.key().map(Name::text),
                () -> said.key()
                        .map(k -> Map.of(k.text(), new EntryPlace(k.span(), span)))
                        .orElseGet(() -> value.get().places()));
    }

    private static Merge.Shape shape(Type type) {
        return switch (Type.core(type)) {
            case Type.ListOf l -> Merge.Shape.LIST;
            case Type.SetOf s -> Merge.Shape.SET;
            case Type.MapOf m -> Merge.Shape.MAP;
            default -> Merge.Shape.SINGLE;
        };
    }

    private Value fallback(String path, Field field) {
        if (field.value().isPresent()) {
            if (field.value().get() instanceof Expr.Auto) {
                return Value.AUTO;
            }
            String prefix = path.substring(0, path.lastIndexOf('.') + 1);
            LexicalScope env =
                    LexicalScope.ofDefault(new BlockView(block, prefix), context, block.budget(), block.span());
            for (Map.Entry<String, Value> key : block.keyValues().entrySet()) {
                env = env.bind(key.getKey(), key.getValue());
            }
            return env.eval(field.value().get(), Expectation.of(field.type(), "`" + path + "`"));
        }
        if (Type.isOptional(field.type())) {
            return Value.NONE;
        }
        missing(path, field);
        return Value.ERROR;
    }

    private void missing(String path, Field field) {
        Span at = block.span();
        context.report(Finding.of(Code.MISSING_FIELD, at, "missing field `" + path + "` in " + block.title())
                .label("neither the block nor a profile nor defaults set it")
                .why("`" + path + "` has no default and expects " + Type.described(field.type()))
                .fix("write " + example(path, field.type())));
    }

    private static String example(String path, Type type) {
        String value = Type.core(type) instanceof Type.Of(var scalar) ? scalar.example() : "…";
        int dot = path.indexOf('.');
        return dot < 0
                ? "`" + path + " = " + value + "`"
                : "`" + path.substring(0, dot) + " { " + path.substring(dot + 1) + " = " + value + " }`";
    }

    /** Returns whether the value is an error or absent. */
    static boolean isAbsent(Value value) {
        return ValueFormatter.isOpen(value) || value instanceof Value.None || value instanceof Value.Auto;
    }
}
