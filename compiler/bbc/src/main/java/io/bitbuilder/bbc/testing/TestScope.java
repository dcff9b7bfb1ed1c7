package io.bitbuilder.bbc.testing;

import io.bitbuilder.bbc.eval.Budget;
import io.bitbuilder.bbc.eval.EvalMessages;
import io.bitbuilder.bbc.eval.Scope;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names that an expectation sees: the {@code let}s of the test and of its owner, the tenants of its fleet, and, in a
 * test of the platform, the platform. A test of a tenant sees that tenant alone.
 */
record TestScope(Program program, Owner owner, Budget budget, Findings findings) implements Scope {
    @Override
    public Optional<Value> local(String name) {
        return program.let(owner, name);
    }

    @Override
    public Value place(String word, Span span) {
        report(Finding.of(Code.UNKNOWN_NAME, span, "`" + word + "` is not available in an expectation")
                .why("an expectation is outside of all blocks")
                .fix("name the block by its path, like `acme.web`"));
        return Value.ERROR;
    }

    @Override
    public Optional<Value> sibling(String name, Span span) {
        return roots().stream()
                .filter(root -> root.name().equals(name))
                .<Value>map(root -> new Value.Place(new TestEntity(root, "", this)))
                .findFirst();
    }

    private List<Block> roots() {
        List<Block> roots = new ArrayList<>(
                program.tenants().stream().filter(tenant -> sees(tenant.name())).toList());
        if (!(owner instanceof Owner.Tenant)) {
            roots.add(program.platform());
        }
        return roots;
    }

    /** Returns whether the test may read a tenant. */
    boolean sees(String tenant) {
        return !(owner instanceof Owner.Tenant(String name)) || name.equals(tenant);
    }

    /** Names of the platform's blocks are checked; those of tenants differ between the blocks of a test. */
    @Override
    public Value reference(String kind, String name, Span span) {
        List<Kind> kinds = program.schema().referred(kind);
        Block platform = program.platform();
        boolean ofPlatform = kinds.stream().anyMatch(k -> k.in().contains(platform.kind()));
        if (ofPlatform
                && kinds.stream().noneMatch(k -> platform.block(k.name(), name).isPresent())) {
            List<String> known = kinds.stream()
                    .flatMap(k -> platform.blocks(k.name()).stream())
                    .map(Block::name)
                    .toList();
            report(EvalMessages.unknown(
                    Code.UNKNOWN_REFERENCE, span, "unknown " + kind + " `" + name + "`", name, known));
            return Value.ERROR;
        }
        return new Value.Ref(kind, name);
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(program.lets(owner));
        roots().forEach(root -> names.add(root.name()));
        return names;
    }

    void report(Finding finding) {
        findings.add(finding);
    }
}
