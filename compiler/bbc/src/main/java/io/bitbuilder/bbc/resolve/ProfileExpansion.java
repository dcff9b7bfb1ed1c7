package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Expectation;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.bbc.syntax.Expr;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.source.Limit;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds all writers of a block: itself, the profiles that it uses directly or indirectly, the defaults of its kind. */
final class ProfileExpansion {
    /** Steps that the fields of one more writer cost. */
    private static final int WRITER_STEPS = 8;

    private final BlockNode block;
    private final ProgramContext context;
    private final Guards guards;
    private final Map<Instance, Writer> instances = new HashMap<>();
    private final List<Writer> all = new ArrayList<>();
    private boolean full;

    /**
     * Profile with arguments. The place of the declaration is part of it: a private profile of the platform and a
     * profile of a tenant may have the same title.
     */
    private record Instance(Span declared, String title) {}

    private ProfileExpansion(BlockNode block, ProgramContext context) {
        this.block = block;
        this.context = context;
        this.guards = new Guards(context, s -> new PlainScope(s, context));
    }

    /** Returns the writers; the block's own come first. */
    static List<Writer> expand(BlockNode block, List<Writer> openers, ProgramContext context) {
        ProfileExpansion expansion = new ProfileExpansion(block, context);
        List<Writer> byLayer =
                openers.stream().sorted(Comparator.comparingInt(Writer::layer)).toList();
        for (Writer writer : byLayer) {
            expansion.all.add(writer);
            expansion.follow(writer);
        }
        expansion.defaults();
        return List.copyOf(expansion.all);
    }

    private void defaults() {
        List<Writer.Piece> pieces = context.defaults(block.kind());
        if (pieces.isEmpty()) {
            return;
        }
        String title = "defaults " + block.kind();
        Writer writer = new Writer(title, List.of(new WriteStep.Defaults(block.kind())), block.depth() + 1);
        for (Writer.Piece piece : pieces) {
            LexicalScope env = piece.env().in(block.whole()).with(piece.index().lets());
            writer.add(new Writer.Piece(piece.index(), env, piece.span()));
        }
        all.add(writer);
        follow(writer);
    }

    private void follow(Writer writer) {
        for (Writer.Piece piece : writer.pieces()) {
            for (BodyIndex.Site<Stmt.Use> site : piece.index().uses()) {
                for (Guards.Entered entered : guards.enter(site.guards(), piece.env())) {
                    if (!entered.broken()) {
                        use(writer, site.stmt(), entered.env());
                    }
                }
            }
        }
    }

    private void use(Writer writer, Stmt.Use use, LexicalScope env) {
        Optional<DeclaredProfile> profile = env.owner().profileNamed(nameOf(use));
        if (full
                || profile.isEmpty()
                || !profile.get().isFor(block.kind())
                || context.isCircular(profile.get().decl())) {
            return;
        }
        Map<String, Value> args = arguments(profile.get(), use, env);
        String title = title(profile.get(), args);
        Instance instance = new Instance(profile.get().decl().name().span(), title);
        Writer known = instances.get(instance);
        context.branches().used(profile.get().decl());
        if (known == null) {
            if (!mayGrow(use)) {
                return;
            }
            List<WriteStep> steps = new ArrayList<>(writer.via());
            steps.add(new WriteStep.Profile(title, instance.declared()));
            known = new Writer("profile " + title, steps, writer.layer());
            instances.put(instance, known);
            known.add(body(profile.get(), args));
            all.add(known);
            writer.uses(known);
            follow(known);
        } else {
            writer.uses(known);
        }
    }

    private boolean mayGrow(Stmt.Use use) {
        long count = instances.size() + 1L;
        boolean fits = block.budget()
                        .fits(Limit.BLOCK_PROFILES, count, use.span(), block.title() + " uses " + count + " profiles")
                && block.budget().steps(WRITER_STEPS, use.span());
        full = !fits;
        return fits;
    }

    private Writer.Piece body(DeclaredProfile profile, Map<String, Value> args) {
        LexicalScope env =
                LexicalScope.of(profile.home(), context, block.budget()).in(block.whole());
        for (Map.Entry<String, Value> arg : args.entrySet()) {
            env = env.bind(arg.getKey(), arg.getValue());
        }
        BodyIndex index = context.index(profile.decl().body());
        return new Writer.Piece(
                index, env.with(index.lets()), profile.decl().name().span());
    }

    /** Returns the parameters with their values, in order of declaration. */
    private Map<String, Value> arguments(DeclaredProfile profile, Stmt.Use use, LexicalScope env) {
        Map<String, Value> values = new LinkedHashMap<>();
        int position = 0;
        List<Expr.Arg> plain =
                use.args().stream().filter(a -> a.name().isEmpty()).toList();
        for (Decl.Param param : profile.decl().params()) {
            Optional<Expr.Arg> named = use.args().stream()
                    .filter(a -> a.name()
                            .map(Name::text)
                            .filter(param.name().text()::equals)
                            .isPresent())
                    .findFirst();
            Optional<Expr.Arg> given =
                    named.isEmpty() && position < plain.size() ? Optional.of(plain.get(position++)) : named;
            Type type = profile.home().types().read(param.type()).orElse(Type.ANY);
            Expectation expected = Expectation.of(type, "`" + param.name() + "` of profile " + profile.name());
            Scope scope = new PlainScope(given.isPresent() ? env : defaults(profile, values), context);
            Optional<Expr> expr = given.map(Expr.Arg::value).or(param::value);
            Value value = expr.map(e -> guards.known(context.evaluator().eval(e, expected, scope), use.span()))
                    .orElse(Value.ERROR);
            values.put(param.name().text(), value);
        }
        return values;
    }

    /** Evaluates the defaults of parameters; each may refer to the preceding parameters. */
    private LexicalScope defaults(DeclaredProfile profile, Map<String, Value> known) {
        LexicalScope env = LexicalScope.of(profile.home(), context, block.budget());
        for (Map.Entry<String, Value> arg : known.entrySet()) {
            env = env.bind(arg.getKey(), arg.getValue());
        }
        return env;
    }

    private static String title(DeclaredProfile profile, Map<String, Value> args) {
        String list = args.entrySet().stream()
                .map(a -> a.getKey() + " = " + ValueFormatter.quoted(a.getValue()))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? profile.name() : profile.name() + "(" + list + ")";
    }

    /** Returns the profile's name as written in the {@code use}. */
    static String nameOf(Stmt.Use use) {
        return use.path().stream().map(Name::text).collect(Collectors.joining("."));
    }
}
