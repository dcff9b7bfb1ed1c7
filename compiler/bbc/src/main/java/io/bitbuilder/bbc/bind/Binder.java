package io.bitbuilder.bbc.bind;

import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Platform;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.resolve.FieldGrants;
import io.bitbuilder.bbc.resolve.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Binds a program to the records of package {@code fleet}. */
public final class Binder implements RecordPlan.Context {
    private final RecordPlans plans;
    private final boolean builtin;
    private final Function<ClaimPath, DataName> data;

    private Binder(Program program, Function<ClaimPath, DataName> data) {
        this.plans = new RecordPlans(program.schema());
        this.builtin = program.builtin();
        this.data = data;
    }

    /**
     * Evaluates every field with these grants. A block with a missing or invalid field is left out and has a finding;
     * without a platform there is no fleet.
     *
     * @param data names of data on hosts, by the claims of their blocks
     */
    public static Optional<Fleet> bind(Program program, FieldGrants grants, Function<ClaimPath, DataName> data) {
        program.grant(grants);
        Binder binder = new Binder(program, data);
        List<Tenant> tenants = new ArrayList<>();
        program.tenants().forEach(t -> binder.block(t, Tenant.class).ifPresent(tenants::add));
        return binder.block(program.platform(), Platform.class).map(p -> new Fleet(p, tenants));
    }

    private <T> Optional<T> block(Block block, Class<T> type) {
        return plans.of(type, block.kind()).make(block, this).map(type::cast);
    }

    @Override
    public List<Object> nested(Block block, String word, Class<?> type) {
        List<Object> all = new ArrayList<>();
        block.blocks(word).forEach(b -> block(b, type).ifPresent(all::add));
        return List.copyOf(all);
    }

    @Override
    public DataName data(Block block) {
        return data.apply(block.claim(ClaimField.DATA));
    }

    @Override
    public boolean builtin() {
        return builtin;
    }
}
