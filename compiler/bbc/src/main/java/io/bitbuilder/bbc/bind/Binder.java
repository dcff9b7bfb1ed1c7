package io.bitbuilder.bbc.bind;

import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Platform;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.FieldGrants;
import io.bitbuilder.bbc.resolve.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds a program to the records of package {@code fleet}. */
public final class Binder {
    private final RecordPlans plans;
    private final boolean builtin;

    private Binder(Program program) {
        this.plans = new RecordPlans(program.schema());
        this.builtin = program.builtin();
    }

    /**
     * Evaluates every field with these grants. A block with a missing or invalid field is left out and has a finding;
     * without a platform there is no fleet.
     */
    public static Optional<Fleet> bind(Program program, FieldGrants grants) {
        program.grant(grants);
        Binder binder = new Binder(program);
        List<Tenant> tenants = new ArrayList<>();
        program.tenants().forEach(t -> binder.block(t, Tenant.class).ifPresent(tenants::add));
        return binder.block(program.platform(), Platform.class).map(p -> new Fleet(p, tenants));
    }

    private <T> Optional<T> block(Block block, Class<T> type) {
        return plans.of(type, block.kind()).make(block, this::nested, builtin).map(type::cast);
    }

    /** Returns the blocks in a block as records. */
    private List<Object> nested(Block block, String word, Class<?> type) {
        List<Object> all = new ArrayList<>();
        block.blocks(word).forEach(b -> block(b, type).ifPresent(all::add));
        return List.copyOf(all);
    }
}
