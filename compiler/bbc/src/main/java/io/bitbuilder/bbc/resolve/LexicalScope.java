package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.eval.PlacedValue;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lexical scope: locals by name, the names of its owner, and the block of {@code self}. */
final class LexicalScope implements Scope {
    private final @Nullable LexicalScope outer;
    private final Map<String, Local> locals = new HashMap<>(4);
    private final DeclaredNames names;
    private final @Nullable BlockView self;
    private final ProgramContext context;
    private final Budget budget;
    private final @Nullable Span blamed;

    private LexicalScope(
            @Nullable LexicalScope outer,
            DeclaredNames names,
            @Nullable BlockView self,
            ProgramContext context,
            Budget budget,
            @Nullable Span blamed) {
        this.outer = outer;
        this.names = names;
        this.self = self;
        this.context = context;
        this.budget = budget;
        this.blamed = blamed;
    }

    /** Returns the scope of an owner's files. */
    static LexicalScope of(DeclaredNames names, ProgramContext context, Budget budget) {
        return new LexicalScope(null, names, null, context, budget, null);
    }

    /** Returns the same names, with that block as {@code self}. */
    LexicalScope in(BlockView block) {
        return new LexicalScope(this, names, block, context, budget, blamed);
    }

    /** Returns the scope of a default: only the block; its findings are reported at that place. */
    static LexicalScope ofDefault(BlockView self, ProgramContext context, Budget budget, Span blamed) {
        return new LexicalScope(null, context.std(), self, context, budget, blamed);
    }

    /** Returns the scope with the locals of a body; the same scope if it has none. */
    LexicalScope with(List<Stmt.Let> lets) {
        if (lets.isEmpty()) {
            return this;
        }
        LexicalScope inner = new LexicalScope(this, names, self, context, budget, blamed);
        lets.forEach(l -> inner.locals.put(l.name().text(), new Local(l.name().text(), l.value(), inner)));
        return inner;
    }

    /** Returns the scope with one more local of that value. */
    LexicalScope bind(String name, Value value) {
        LexicalScope inner = new LexicalScope(this, names, self, context, budget, blamed);
        inner.locals.put(name, new Local(value));
        return inner;
    }

    DeclaredNames owner() {
        return names;
    }

    /** Evaluates in this scope. */
    Value eval(Expr expr, Expectation expected) {
        return context.evaluator().eval(expr, expected, this);
    }

    /** Evaluates in this scope, and returns where the expression writes elements and entries. */
    PlacedValue placed(Expr expr, Expectation expected) {
        return context.evaluator().placed(expr, expected, this);
    }

    @Override
    public Optional<Value> local(String name) {
        for (LexicalScope env = this; env != null; env = env.outer) {
            Local local = env.locals.get(name);
            if (local != null) {
                return Optional.of(local.get());
            }
        }
        return names.let(name, context);
    }

    @Override
    public Value place(String word, Span span) {
        return ImplicitNames.of(word, Optional.ofNullable(self), span, context);
    }

    @Override
    public Optional<Value> sibling(String name, Span span) {
        if (self == null) {
            return Optional.empty();
        }
        Optional<BlockNode> tenant = self.block().ofTenant();
        Optional<Value> found = tenant.flatMap(t -> t.named(name)).map(b -> new Value.Place(b.whole()));
        return found.or(
                () -> tenant.filter(BlockNode::hasChildrenUnderConstruction).map(t -> cyclic(name, span)));
    }

    /** A name that may be one of the blocks whose existence the expression decides. */
    private Value cyclic(String name, Span span) {
        context.report(Finding.of(
                        Code.CYCLIC_DEPENDENCY,
                        span,
                        "cyclic dependency: `" + name + "` is read to decide which blocks exist")
                .why("the blocks of a tenant are known before their fields, so conditions and loops around blocks "
                        + "cannot read them")
                .fix("test a `let` or a parameter instead"));
        return Value.ERROR;
    }

    @Override
    public Value reference(String kind, String name, Span span) {
        return self == null
                ? Value.ERROR
                : References.check(self.block(), kind, name, blamed == null ? span : blamed, context);
    }

    @Override
    public List<String> names() {
        List<String> known = new ArrayList<>(names.lets());
        for (LexicalScope env = this; env != null; env = env.outer) {
            known.addAll(env.locals.keySet());
        }
        if (self != null) {
            known.addAll(self.names());
            self.block().ofTenant().ifPresent(t -> known.addAll(t.names()));
        }
        return known;
    }

    @Override
    public Budget budget() {
        return budget;
    }

    /** Local, computed on first use. */
    private static final class Local {
        private final String name;
        private final @Nullable Expr expr;
        private final @Nullable LexicalScope env;
        private @Nullable Value value;

        Local(String name, Expr expr, LexicalScope env) {
            this.name = name;
            this.expr = expr;
            this.env = env;
        }

        Local(Value value) {
            this.name = "";
            this.expr = null;
            this.env = null;
            this.value = value;
        }

        Value get() {
            if (expr == null || env == null) {
                return value == null ? Value.ERROR : value;
            }
            if (value != null && !env.context.reads().isOpen()) {
                return value;
            }
            Value computed = env.context.guarded(
                    "let " + name + " at " + expr.span(), expr.span(), () -> env.eval(expr, Expectation.ANY));
            if (!(computed instanceof Value.Late)) {
                value = computed;
            }
            return computed;
        }
    }
}
