package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.HashMap;
import java.util.Map;

/** Allocates the values of all {@code auto} fields of a program. */
public final class Allocator {
    private Allocator() {}

    /** Collects the program's claims, which forces every plan field they depend on, and gives each a grant. */
    public static Grants allocate(Program program, Locks locks, AllocationMode mode, Findings findings) {
        return Allocation.allocate(
                InventoryReader.read(program.platform()), ClaimReader.read(program), locks, mode, findings);
    }

    /** Converts grants to values of the program. */
    public static io.bitbuilder.bbc.resolve.FieldGrants values(Grants grants) {
        Map<ClaimPath, Value> values = new HashMap<>();
        grants.all().forEach((claim, grant) -> values.put(claim, value(claim, grant, grants)));
        return new io.bitbuilder.bbc.resolve.FieldGrants(values);
    }

    private static Value value(ClaimPath claim, Grant grant, Grants grants) {
        return switch (grant) {
            case Grant.Place(String host) -> new Value.Ref("host", host);
            case Grant.Range4 g -> Value.of(g.subnet());
            case Grant.Range6 g -> Value.of(g.subnet());
            case Grant.NumberRange g -> Value.of(g.range());
            case Grant.Number g -> Value.of(g.value());
            case Grant.MacAddress g -> Value.of(g.mac());
            case Grant.PinnedAddress g -> Value.of(g.address());
            case Grant.Data g -> Value.of(g.toString());
            case Grant.Position g -> grants.address(claim).map(Value::of).orElse(Value.ERROR);
        };
    }
}
