package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.eval.Value;

/** What a late field asks of the allocator. */
public sealed interface Claim {
    /** One is to be chosen: {@code auto}; for an attachment's address also {@code dhcp} and {@code static}. */
    record Auto() implements Claim {}

    /** Exactly that one; for an attachment's address also {@code Made("offset", Int)}: that position in the subnet. */
    record Pinned(Value value) implements Claim {}

    /** None at all: {@code disabled}. */
    record Nothing() implements Claim {}

    /** It has been reported as wrong; ask for nothing. */
    record Broken() implements Claim {}
}
