package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Value;

/** Request of a late field to the allocator. */
public sealed interface AllocationRequest {
    /** Allocate a value: {@code auto}; for an attachment's address also {@code dhcp} and {@code static}. */
    record Auto() implements AllocationRequest {}

    /** Pinned value; for an attachment's address also {@code offset(n)}, a position in the subnet. */
    record Pinned(Value value) implements AllocationRequest {}

    /** No value: {@code disabled}. */
    record Nothing() implements AllocationRequest {}

    /** Invalid and reported; requests nothing. */
    record Broken() implements AllocationRequest {}
}
