package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.EntryPlace;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Block with its writers; see {@link Block}. */
final class BlockNode implements Block {
    private final ProgramContext context;
    private final Kind kind;
    private final BlockKey key;
    private final BlockIdentity identity;
    private final @Nullable BlockNode parent;
    private final Span span;
    private final Budget budget;
    private final List<Writer> openers;
    private final FieldCache cache;
    private final Children children;
    private final BlockView whole = new BlockView(this, "");
    private final Map<String, Value> keyValues;
    private @Nullable List<Writer> writers;
    private boolean expanding;

    /** Creates a block that these writers open; their bodies are added once it exists. */
    BlockNode(
            ProgramContext context,
            Kind kind,
            BlockKey key,
            @Nullable BlockNode parent,
            Span span,
            Budget budget,
            List<Writer> openers) {
        this.context = context;
        this.kind = kind;
        this.key = key;
        this.parent = parent;
        this.span = span;
        this.budget = budget;
        this.openers = openers;
        this.identity = new BlockIdentity(kind, key, parent == null ? null : parent.identity);
        this.keyValues = key.byField();
        this.cache = new FieldCache(this, context);
        this.children = new Children(this, context);
    }

    ProgramContext context() {
        return context;
    }

    Kind schema() {
        return kind;
    }

    Budget budget() {
        return budget;
    }

    BlockView whole() {
        return whole;
    }

    /** Returns its depth; a tenant has 0. */
    int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    /** Returns itself or the nearest enclosing block for which the predicate holds. */
    Optional<BlockNode> enclosing(Predicate<BlockNode> wanted) {
        BlockNode block = this;
        while (block != null && !wanted.test(block)) {
            block = block.parent;
        }
        return Optional.ofNullable(block);
    }

    @Override
    public String title() {
        return identity.title();
    }

    /** Returns all writers, after following their uses. */
    List<Writer> writers() {
        if (writers == null) {
            if (expanding) {
                context.report(Finding.of(
                                Code.USE_DEPENDS_ON_FIELD,
                                span,
                                "`use` of " + title() + " depends on one of its fields")
                        .why("the profiles of a block must be known before any of its fields has a value")
                        .fix("use a parameter, a `let` or `tenant.name` instead"));
                return List.of();
            }
            expanding = true;
            writers = ProfileExpansion.expand(this, openers, context);
            expanding = false;
        }
        return writers;
    }

    /** Returns the key's fields with their values, as defaults see them. */
    Map<String, Value> keyValues() {
        return keyValues;
    }

    /** Returns the field's value for expressions; a late one waits for its grant. */
    Value read(String path, Span asked) {
        ReadLog log = context.reads();
        if (!log.isOpen()) {
            return readNow(path, asked);
        }
        log.add(new FieldRead(this, path));
        return log.closed(() -> readNow(path, asked));
    }

    private Value readNow(String path, Span asked) {
        Field field = kind.field(path).orElseThrow();
        if (!field.late()) {
            Value value = keyValues.get(path);
            return value != null ? value : cache.get(path, asked).value();
        }
        return context.late(claim(ClaimField.of(path).orElseThrow()), () -> stated(path), asked);
    }

    /** Returns a direct child block of any kind by its name. */
    Optional<BlockNode> named(String name) {
        return children.named(name);
    }

    /** Returns the names of its direct child blocks. */
    List<String> names() {
        return children.names();
    }

    /** Returns the tenant that holds the block. */
    Optional<BlockNode> ofTenant() {
        return enclosing(b -> b.parent == null).filter(b -> b.kind.name().equals("tenant"));
    }

    boolean hasChildrenUnderConstruction() {
        return children.areUnderConstruction();
    }

    @Override
    public String kind() {
        return kind.name();
    }

    @Override
    public String name() {
        return key.text();
    }

    @Override
    public List<Value> key() {
        return key.values();
    }

    @Override
    public String path() {
        return identity.path();
    }

    @Override
    public ClaimPath claim(ClaimField field) {
        return identity.claim(field);
    }

    @Override
    public Optional<Block> parent() {
        return Optional.ofNullable(parent);
    }

    @Override
    public Span span() {
        return span;
    }

    @Override
    public List<Block> blocks(String member) {
        return List.copyOf(children.of(member));
    }

    @Override
    public Optional<Block> block(String member, String name) {
        return children.of(member, name).map(b -> b);
    }

    @Override
    public boolean has(String nested) {
        return Presence.ofNested(this, nested, context);
    }

    @Override
    public Optional<Value> plan(String field) {
        Value value = read(field, span(field));
        if (value instanceof Value.Late(String claim, Span asked)) {
            context.report(Finding.of(
                            Code.DEPENDS_ON_ALLOCATION,
                            asked,
                            "`" + field + "` of " + title() + " depends on the allocated value `" + claim + "`")
                    .why("the allocator needs this field first")
                    .fix("write a value that does not depend on it"));
            cache.fail(field);
            return Optional.empty();
        }
        return FieldCache.isAbsent(value) ? Optional.empty() : Optional.of(value);
    }

    @Override
    public <T> Optional<T> plan(String field, Class<T> type) {
        return plan(field)
                .map(value -> switch (value) {
                    case Value.Scalar(Object of) -> of;
                    case Value v -> ValueFormatter.text(v);
                })
                .filter(type::isInstance)
                .map(type::cast);
    }

    @Override
    public AllocationRequest late(String field) {
        Value value = stated(field);
        return switch (value) {
            case Value.Auto a -> new AllocationRequest.Auto();
            case Value.None n -> new AllocationRequest.Nothing();
            case Value.Word w when w.word().equals("disabled") -> new AllocationRequest.Nothing();
            case Value.Word w
            when kind.field(field).orElseThrow().assignedAddress().isPresent() -> new AllocationRequest.Auto();
            case Value.Error e -> new AllocationRequest.Broken();
            case Value.Late l -> waits(field, l);
            default -> new AllocationRequest.Pinned(value);
        };
    }

    private AllocationRequest waits(String field, Value.Late late) {
        context.report(Finding.of(
                        Code.DEPENDS_ON_ALLOCATION,
                        late.span(),
                        "allocated field `" + field + "` of " + title() + " depends on the allocated value `"
                                + late.claim() + "`")
                .why("the allocator assigns all of them in one fixed order")
                .fix("write a value, or `auto`"));
        cache.fail(field);
        return new AllocationRequest.Broken();
    }

    @Override
    public Optional<Value> value(String field) {
        Value value = read(field, span(field));
        return FieldCache.isAbsent(value) ? Optional.empty() : Optional.of(value);
    }

    @Override
    public Value stated(String field) {
        Value value = keyValues.get(field);
        return value != null ? value : cache.get(field, span).value();
    }

    @Override
    public Optional<Span> written(String field) {
        return keyValues.containsKey(field)
                ? Optional.of(span)
                : cache.get(field, span).written();
    }

    @Override
    public Map<String, EntryPlace> entries(String field) {
        return keyValues.containsKey(field) ? Map.of() : cache.get(field, span).entries();
    }

    @Override
    public List<FieldWrite> writes(String field) {
        return keyValues.containsKey(field) ? List.of() : cache.writes(field);
    }

    @Override
    public List<InactiveWrite> inactive(String field) {
        return InactiveWrites.of(this, field, kind.field(field).orElseThrow().type(), context);
    }

    @Override
    public Optional<Field> declared(String field) {
        return kind.field(field);
    }
}
