package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.Want;
import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.schema.Types;
import io.bitbuilder.bbc.source.Span;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The declared names of one owner; it sees those of the owner outside of it: a tenant the platform's, the platform those of
 * the standard library. Nobody may declare a name again that he sees.
 */
final class Names implements Types.Lookup {
    private final String title;
    private final @Nullable Names outer;
    private final Findings findings;
    private final Map<String, Profile> profiles = new TreeMap<>();
    private final Map<String, Decl> types = new TreeMap<>();
    private final Map<String, Decl.Let> lets = new TreeMap<>();
    private final Map<String, Value> letValues = new TreeMap<>();
    private final Map<String, Type> read = new TreeMap<>();
    private final Set<String> reading = new HashSet<>();

    private Names(String title, @Nullable Names outer, Findings findings) {
        this.title = title;
        this.outer = outer;
        this.findings = findings;
    }

    /** The standard library's names. */
    static Names std(Findings findings) {
        return new Names("the standard library", null, findings);
    }

    /** The names of an owner that sees these. */
    Names inside(String owner) {
        return new Names(owner, this, findings);
    }

    /** A profile with the names that its body sees. */
    record Profile(String name, Decl.Profile decl, Names home) {}

    /** Takes a declaration in; a profile of a library has the library's name before it. */
    void declare(Decl decl, String library) {
        switch (decl) {
            case Decl.Profile p -> {
                String name = library + p.name().text();
                if (isFree(p.name(), profileNamed(name).map(q -> q.decl().name().span()))) {
                    profiles.put(name, new Profile(name, p, this));
                }
            }
            case Decl.EnumType e -> declareType(e.name(), e);
            case Decl.TypeAlias t -> declareType(t.name(), t);
            case Decl.Let l -> {
                if (isFree(l.name(), declaredLet(l.name().text()).map(o -> o.name().span()))) {
                    lets.put(l.name().text(), l);
                }
            }
            default -> {
                // Kinds are the schema's, blocks the program's.
            }
        }
    }

    private void declareType(Name name, Decl decl) {
        boolean scalar = Scalar.of(name.text()).isPresent();
        if (scalar) {
            findings.add(Finding.of(Code.NAM005, name.span(), "`" + name + "` is a type of the language")
                    .fix("give it another name"));
        } else if (isFree(name, declaredType(name.text()).map(Decl::span))) {
            types.put(name.text(), decl);
        }
    }

    private boolean isFree(Name name, Optional<Span> other) {
        other.ifPresent(span -> findings.add(Finding.of(Code.NAM005, name.span(), "`" + name + "` is declared already")
                .also(span, "here first")
                .why("a name means one thing wherever it is seen, so nobody can change what others mean by it")
                .fix("give one of them another name")));
        return other.isEmpty();
    }

    /** The profile of that name. */
    Optional<Profile> profileNamed(String name) {
        Profile own = profiles.get(name);
        return own != null ? Optional.of(own) : outer == null ? Optional.empty() : outer.profileNamed(name);
    }

    /** The owner's own profiles. */
    List<Profile> profiles() {
        return List.copyOf(profiles.values());
    }

    /** Names of all profiles that it sees. */
    List<String> profileNames() {
        List<String> all = new ArrayList<>(profiles.keySet());
        if (outer != null) {
            all.addAll(outer.profileNames());
        }
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

    /** Reads types with these names. */
    Types types() {
        return new Types(this, findings);
    }

    @Override
    public Optional<Type> named(String name) {
        Type known = read.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Decl own = types.get(name);
        if (own == null) {
            return outer == null ? Optional.empty() : outer.named(name);
        }
        if (!reading.add(name)) {
            findings.add(Finding.of(Code.TYP008, own.span(), "the type `" + name + "` is made of itself")
                    .why("no value of it could ever be written"));
            return Optional.of(Type.ANY);
        }
        Optional<Type> type = typeOf(own);
        reading.remove(name);
        read.put(name, type.orElse(Type.ANY));
        return Optional.of(read.get(name));
    }

    private Optional<Type> typeOf(Decl decl) {
        return switch (decl) {
            case Decl.EnumType e ->
                Optional.of(new Type.OneOf(new EnumType(e.name().text(), e.ordered(), e.words().stream().map(Name::text).toList(), e.span())));
            case Decl.TypeAlias t -> types().read(t.type());
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

    /** Reads every type, so that a wrong one is reported even when nobody uses it. */
    void readTypes() {
        types.keySet().forEach(this::named);
    }

    /** Names of all top-level locals that it sees. */
    List<String> lets() {
        List<String> all = new ArrayList<>(lets.keySet());
        if (outer != null) {
            all.addAll(outer.lets());
        }
        return all;
    }

    /** The value of a top-level local. */
    Optional<Value> let(String name, Context context) {
        Decl.Let own = lets.get(name);
        if (own == null) {
            return outer == null ? Optional.empty() : outer.let(name, context);
        }
        Value known = letValues.get(name);
        if (known == null) {
            Env env = Env.of(this, context, new Budget(title, context.limits(), findings));
            known = context.guarded("let " + name, own.span(), () -> env.eval(own.value(), Want.ANY));
            letValues.put(name, known);
        }
        return Optional.of(known);
    }

    /** How messages name the owner. */
    String title() {
        return title;
    }
}
