package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.syntax.Decl;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.source.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** See {@link Program}. */
final class ProgramNode implements Program {
    private final BlockNode platform;
    private final boolean builtin;
    private final List<BlockNode> tenants;
    private final ProgramContext context;
    private final DeclaredPolicies policies;
    private final Function<Owner, DeclaredNames> names;
    private final Runnable unreached;

    /**
     * Creates a program.
     *
     * @param names declared names of each owner
     * @param unreached the check of expressions that nothing evaluated
     */
    ProgramNode(
            BlockNode platform,
            boolean builtin,
            List<BlockNode> tenants,
            ProgramContext context,
            DeclaredPolicies policies,
            Function<Owner, DeclaredNames> names,
            Runnable unreached) {
        this.platform = platform;
        this.builtin = builtin;
        this.tenants = List.copyOf(tenants);
        this.context = context;
        this.policies = policies;
        this.names = names;
        this.unreached = unreached;
        this.tenants.forEach(this::distinctNames);
    }

    @Override
    public Block platform() {
        return platform;
    }

    @Override
    public boolean builtin() {
        return builtin;
    }

    @Override
    public List<Block> tenants() {
        return List.copyOf(tenants);
    }

    @Override
    public Schema schema() {
        return context.schema();
    }

    @Override
    public SortedMap<String, Decl.Policy> policies() {
        return policies.policies();
    }

    @Override
    public List<Decl.Waiver> waivers() {
        return policies.waivers();
    }

    @Override
    public Optional<Value> let(Owner owner, String name) {
        return names.apply(owner).let(name, context);
    }

    @Override
    public List<String> lets(Owner owner) {
        return names.apply(owner).lets();
    }

    @Override
    public long steps() {
        long lets = tenants.stream()
                .mapToLong(t -> names.apply(new Owner.Tenant(t.name())).steps())
                .sum();
        return names.apply(Owner.PLATFORM).steps()
                + platform.budget().spent()
                + lets
                + tenants.stream().mapToLong(t -> t.budget().spent()).sum();
    }

    @Override
    public void grant(FieldGrants grants) {
        context.grant(grants);
    }

    @Override
    public void checkUnreached() {
        unreached.run();
    }

    /** Reports blocks of a tenant with the same name: references use the bare name, whatever the kind. */
    private void distinctNames(BlockNode tenant) {
        Map<String, Block> seen = new HashMap<>();
        for (Kind kind : context.schema().children(tenant.kind())) {
            for (Block block : tenant.blocks(kind.name())) {
                Block other = seen.putIfAbsent(block.name(), block);
                if (other != null) {
                    report(tenant, block, other);
                }
            }
        }
    }

    private void report(BlockNode tenant, Block block, Block other) {
        boolean swapped = block.span().compareTo(other.span()) < 0;
        Block first = swapped ? block : other;
        Block second = swapped ? other : block;
        context.report(Finding.of(
                        Code.AMBIGUOUS_NAME,
                        second.span(),
                        "ambiguous name `" + block.name() + "` in " + tenant.title() + ": a " + first.kind() + " and a "
                                + second.kind())
                .also(first.span(), "the " + first.kind())
                .why("other blocks refer to it by its bare name, as in `" + block.name() + ".memory.limit`")
                .fix("rename one of them"));
    }
}
