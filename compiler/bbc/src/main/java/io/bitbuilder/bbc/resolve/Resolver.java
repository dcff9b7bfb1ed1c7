package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.syntax.Stmt;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Resolves all files to one program: names first, then the schema, the platform, the tenants. */
public final class Resolver {
    private final Findings findings;
    private final ProgramContext context;
    private final OwnerCheck owners;

    private Resolver(Findings findings, ProgramContext context, OwnerCheck owners) {
        this.findings = findings;
        this.context = context;
        this.owners = owners;
    }

    /**
     * Returns the program of these files.
     *
     * @param std {@link Stdlib#units}
     * @param input all other units, {@code .bbc} and {@code metadata.json} alike, in any order
     */
    public static Program resolve(List<SourceUnit> std, List<SourceUnit> input, Limits limits, Findings findings) {
        return resolve(std, input, limits, BranchLog.NONE, findings);
    }

    /** Returns the program of these files, and logs the branches that its evaluation takes. */
    public static Program resolve(
            List<SourceUnit> std, List<SourceUnit> input, Limits limits, BranchLog branches, Findings findings) {
        OwnerCheck owners = new OwnerCheck(limits, findings);
        List<SourceUnit> all = new ArrayList<>(std);
        input.stream().sorted(Comparator.comparing(u -> u.file().path())).forEach(all::add);
        all.forEach(owners::declare);
        Schema schema = owners.schema();
        ProgramContext context = new ProgramContext(schema, owners.std(), limits, branches, findings);
        return new Resolver(findings, context, owners).program(input);
    }

    private ProgramNode program(List<SourceUnit> units) {
        owners.readTypes();
        ProfileCheck.check(owners.profiles(), context);
        BodyCheck check = new BodyCheck(context);
        owners.profiles().forEach(check::profile);
        BlockNode builtin =
                platform(owners.builtin()).orElseThrow(() -> new IllegalStateException("missing built-in platform"));
        context.builtin(builtin);
        Optional<BlockNode> own = platform(owners.platforms());
        BlockNode platform = own.orElse(builtin);
        context.platform(platform);
        owners.tops().forEach(check::top);
        TreeMap<String, List<OwnerCheck.Opened>> tenants = owners.tenants();
        List<BlockNode> nodes = new ArrayList<>();
        for (var entry : tenants.entrySet()) {
            tenant(entry.getKey(), entry.getValue()).ifPresent(nodes::add);
        }
        UnusedDeclarations.check(units, context);
        TenantlessFolders.check(units, tenants.keySet(), findings);
        own.ifPresent(p -> Admissions.check(p, nodes, findings));
        return new ProgramNode(
                platform,
                own.isEmpty(),
                nodes,
                context,
                owners.policies(),
                owners::names,
                () -> UnreachedExpressions.check(owners, context));
    }

    private Optional<BlockNode> platform(List<OwnerCheck.Opened> opened) {
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        OwnerCheck.Opened first = opened.getFirst();
        for (OwnerCheck.Opened other : opened) {
            if (!other.name().equals(first.name())) {
                findings.add(Finding.of(
                                Code.MULTIPLE_PLATFORMS,
                                Labels.span(other.entry()),
                                "multiple platforms: `" + first.name() + "` and `" + other.name() + "`")
                        .also(Labels.span(first.entry()), "first platform")
                        .why("a fleet has one platform, whose block may be opened in several files")
                        .fix("rename it to `" + first.name() + "`, or compile it as a separate fleet"));
            }
        }
        List<OwnerCheck.Opened> same =
                opened.stream().filter(o -> o.name().equals(first.name())).toList();
        return Optional.of(
                root("platform", first.name(), same, new Budget("the platform", context.limits(), findings)));
    }

    private Optional<BlockNode> tenant(String name, List<OwnerCheck.Opened> opened) {
        if (!Labels.legal(name, Labels.span(opened.getFirst().entry()), "tenant", context)) {
            return Optional.empty();
        }
        return Optional.of(root("tenant", name, opened, new Budget("tenant " + name, context.limits(), findings)));
    }

    private BlockNode root(String word, String name, List<OwnerCheck.Opened> opened, Budget budget) {
        Kind kind = context.schema().kind(word).orElseThrow(() -> new IllegalStateException("unknown kind " + word));
        Writer writer = new Writer("the block itself", List.of(), 0);
        BlockKey key = new BlockKey(word, List.of("name"), List.of(Value.of(name)), name);
        BlockNode node = new BlockNode(
                context, kind, key, null, Labels.span(opened.getFirst().entry()), budget, List.of(writer));
        for (OwnerCheck.Opened one : opened) {
            one.entry().body().ifPresent(body -> {
                BodyIndex index = context.index(body);
                LexicalScope env = LexicalScope.of(one.names(), context, budget)
                        .in(node.whole())
                        .with(index.lets());
                writer.add(new Writer.Piece(index, env, Labels.span(one.entry())));
                defaults(index, env);
            });
        }
        return node;
    }

    private void defaults(BodyIndex index, LexicalScope env) {
        for (BodyIndex.Site<Stmt.Defaults> site : index.defaults()) {
            if (site.guards().isEmpty() && env.owner() != context.std()) {
                Stmt.Defaults stmt = site.stmt();
                context.addDefaults(
                        stmt.kind().text(),
                        new Writer.Piece(
                                context.index(stmt.body()), env, stmt.kind().span()));
            }
        }
    }

    /** Returns the owner of a file for messages. */
    static String title(Owner owner) {
        return switch (owner) {
            case Owner.Std s -> "the standard library";
            case Owner.Platform p -> "the platform";
            case Owner.Tenant t -> "tenant " + t.name();
        };
    }
}
