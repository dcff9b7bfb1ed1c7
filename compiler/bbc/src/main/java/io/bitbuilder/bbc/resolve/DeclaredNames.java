package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.schema.Types;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.TypeExpr;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Declared names of one owner, which also sees those of the outer owner: a tenant the platform's, the platform those of
 * the standard library. A visible name cannot be redeclared.
 */
final class DeclaredNames implements Types.Lookup {
    private final String title;
    private final @Nullable DeclaredNames outer;
    private DeclaredNames home = this;
    private final Findings findings;
    private final Map<String, DeclaredProfile> profiles = new TreeMap<>();
    private final Map<String, Decl> types = new TreeMap<>();
    private final Map<String, Decl.Let> lets = new TreeMap<>();
    private final Map<String, TypeExpr> data = new TreeMap<>();
    private final Map<String, Value> letValues = new TreeMap<>();
    private final Map<String, Type> read = new TreeMap<>();
    private final Set<String> reading = new HashSet<>();
    private final Map<String, Integer> depths = new TreeMap<>();
    private @Nullable Budget budget; // that all locals share
    private int depthBelow;
    private boolean deepReported;

    /** Maximum number of types of which each is made of the next. */
    private static final int MAX_DEPTH = 64;

    private DeclaredNames(String title, @Nullable DeclaredNames outer, Findings findings) {
        this.title = title;
        this.outer = outer;
        this.findings = findings;
    }

    /** Returns the standard library's names. */
    static DeclaredNames std(Findings findings) {
        return new DeclaredNames("the standard library", null, findings);
    }

    /** Returns the names of an owner that sees these. */
    DeclaredNames inside(String owner) {
        return new DeclaredNames(owner, this, findings);
    }

    /** Returns the names of the same owner that the inner ones do not see, and the declarations here do. */
    DeclaredNames hidden() {
        if (home == this) {
            home = new DeclaredNames(title, this, findings);
        }
        return home;
    }

    /** Returns the names that the declarations here see. */
    DeclaredNames home() {
        return home;
    }

    /** Adds a declaration; a profile of a library is prefixed with the library's name. */
    void declare(Decl decl, String library) {
        switch (decl) {
            case Decl.Profile p -> {
                String name = library + p.name().text();
                if (isFree(
                        p.name(),
                        home.profileNamed(name).map(q -> q.decl().name().span()))) {
                    profiles.put(name, new DeclaredProfile(name, p, home));
                }
            }
            case Decl.EnumType e -> declareType(e.name(), e);
            case Decl.TypeAlias t -> declareType(t.name(), t);
            case Decl.Let l -> {
                if (isFree(
                        l.name(),
                        home.declaredLet(l.name().text()).map(o -> o.name().span()))) {
                    lets.put(l.name().text(), l);
                }
            }
            case Decl.Data d -> {
                if (isFree(
                        d.name(),
                        home.declaredLet(d.name().text()).map(o -> o.name().span()))) {
                    Expr content = d.content().orElseGet(() -> new Expr.Error(d.span()));
                    lets.put(d.name().text(), new Decl.Let(d.name(), content, d.span()));
                    d.type().ifPresent(type -> data.put(d.name().text(), type));
                }
            }
            default -> {
                // Kinds belong to the schema, blocks to the program.
            }
        }
    }

    private void declareType(Name name, Decl decl) {
        boolean scalar = Scalar.of(name.text()).isPresent();
        if (scalar) {
            findings.add(
                    Finding.of(Code.DUPLICATE_NAME, name.span(), "duplicate name `" + name + "`: it is a built-in type")
                            .fix("rename it"));
        } else if (isFree(name, home.declaredType(name.text()).map(Decl::span))) {
            types.put(name.text(), decl);
        }
    }

    private boolean isFree(Name name, Optional<Span> other) {
        other.ifPresent(
                span -> findings.add(Finding.of(Code.DUPLICATE_NAME, name.span(), "duplicate name `" + name + "`")
                        .also(span, "first declaration")
                        .why("a name has one meaning wherever it is visible, so no author can change the "
                                + "meaning of another's name")
                        .fix("rename one of them")));
        return other.isEmpty();
    }

    /** Returns the profile of that name. */
    Optional<DeclaredProfile> profileNamed(String name) {
        DeclaredProfile own = profiles.get(name);
        return own != null ? Optional.of(own) : outer == null ? Optional.empty() : outer.profileNamed(name);
    }

    /** Returns the owner's own profiles. */
    List<DeclaredProfile> profiles() {
        return List.copyOf(profiles.values());
    }

    /** Returns the names of the visible profiles for a kind. */
    List<String> profileNames(String kind) {
        List<String> all = outer == null ? new ArrayList<>() : outer.profileNames(kind);
        profiles.forEach((name, profile) -> {
            if (profile.isFor(kind)) {
                all.add(name);
            }
        });
        return all;
    }

    private Optional<Decl> declaredType(String name) {
        Decl own = types.get(name);
        return own != null ? Optional.of(own) : outer == null ? Optional.empty() : outer.declaredType(name);
    }

    private Optional<Decl.Let> declaredLet(String name) {
        Decl.Let own = lets.get(name);
        return own != null ? Optional.of(own) : outer == null ? Optional.empty() : outer.declaredLet(name);
    }

    /** Returns a resolver of types with these names. */
    Types types() {
        return new Types(this, findings);
    }

    @Override
    public Optional<Type> named(String name) {
        Type known = read.get(name);
        if (known != null) {
            depthBelow = Math.max(depthBelow, depths.getOrDefault(name, 0));
            return Optional.of(known);
        }
        Decl own = types.get(name);
        if (own == null) {
            return outer == null ? Optional.empty() : outer.named(name);
        }
        if (!reading.add(name)) {
            findings.add(Finding.of(Code.TYPE_NOT_ALLOWED, own.span(), "cyclic type `" + name + "`")
                    .why("no value of it can be written"));
            return Optional.of(Type.ANY);
        }
        int beside = depthBelow;
        depthBelow = 0;
        boolean fits = reading.size() <= MAX_DEPTH;
        Type type = fits ? typeOf(own).orElse(Type.ANY) : Type.ANY;
        if (!fits || depthBelow >= MAX_DEPTH) {
            tooDeep(own);
            type = Type.ANY;
            depthBelow = 0;
        }
        int depth = depthBelow + 1;
        depthBelow = Math.max(beside, depth);
        depths.put(name, depth);
        reading.remove(name);
        read.put(name, type);
        return Optional.of(type);
    }

    private void tooDeep(Decl type) {
        if (!deepReported) {
            deepReported = true;
            findings.add(Finding.of(
                            Code.DEPENDENCY_TOO_DEEP,
                            type.span(),
                            "chain of types too long: each of more than " + MAX_DEPTH + " is made of the next one")
                    .why("limits bound the cost of a run for any input")
                    .fix("name the last type of the chain"));
        }
    }

    private Optional<Type> typeOf(Decl decl) {
        return switch (decl) {
            case Decl.EnumType e ->
                Optional.of(new Type.OneOf(new EnumType(
                        e.name().text(),
                        e.ordered(),
                        e.words().stream().map(Name::text).toList(),
                        e.span())));
            case Decl.TypeAlias t -> home.types().read(t.type());
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> names() {
        List<String> all = new ArrayList<>(types.keySet());
        if (outer != null) {
            all.addAll(outer.names());
        }
        return all;
    }

    /** Resolves every type, so that an invalid one is reported even if unused. */
    void readTypes() {
        types.keySet().forEach(this::named);
    }

    /** Returns the names of all visible top-level locals. */
    List<String> lets() {
        List<String> all = new ArrayList<>(lets.keySet());
        if (outer != null) {
            all.addAll(outer.lets());
        }
        return all;
    }

    /** Returns the steps that its locals have cost so far. */
    long steps() {
        return budget == null ? 0 : budget.spent();
    }

    /** Returns the value of a top-level local. */
    Optional<Value> let(String name, ProgramContext context) {
        Decl.Let own = lets.get(name);
        if (own == null) {
            return outer == null ? Optional.empty() : outer.let(name, context);
        }
        Value known = letValues.get(name);
        if (known == null) {
            budget = budget == null ? new Budget(title, context.limits(), findings) : budget;
            LexicalScope env = LexicalScope.of(home, context, budget);
            known = context.guarded("let " + name, own.span(), () -> env.eval(own.value(), expectation(name)));
            letValues.put(name, known);
        }
        return Optional.of(known);
    }

    /** Returns the owner's own locals at the top of files. */
    Collection<Decl.Let> ownLets() {
        return lets.values();
    }

    /** Returns whether a local at the top of a file is visible. */
    boolean hasLet(String name) {
        return declaredLet(name).isPresent();
    }

    /** Returns the type of a data file, and any type of other locals. */
    private Expectation expectation(String name) {
        return Optional.ofNullable(data.get(name))
                .flatMap(type -> home.types().read(type))
                .map(type -> Expectation.of(type, "`" + name + "`"))
                .orElse(Expectation.ANY);
    }

    /** Returns the owner's name in messages. */
    String title() {
        return title;
    }
}
