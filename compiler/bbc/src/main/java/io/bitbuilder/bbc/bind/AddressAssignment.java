package io.bitbuilder.bbc.bind;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.fleet.Attachment.Assign4;
import io.bitbuilder.bbc.fleet.Attachment.Assign6;
import io.bitbuilder.bbc.fleet.Attachment.Assignment;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Conversion to an address with its assignment. */
interface AddressAssignment {
    /**
     * Returns the assignment that the program states with the granted address; a pinned one is static. Empty when the
     * address is missing.
     */
    Optional<?> apply(Value stated, Optional<Value> granted);

    /** Returns the conversion for a field with an assigned address, by its type in the schema. */
    static AddressAssignment of(Scalar type) {
        return switch (type) {
            case ASSIGN4 ->
                (stated, granted) -> assigned(
                        stated,
                        granted,
                        (assignment, address) -> new Assign4(assignment, address.map(Address4.class::cast)));
            case ASSIGN6 ->
                (stated, granted) -> assigned(
                        stated,
                        granted,
                        (assignment, address) -> new Assign6(assignment, address.map(Address6.class::cast)));
            default -> throw new IllegalStateException(type + " is not an assigned address");
        };
    }

    private static Optional<?> assigned(
            Value stated, Optional<Value> granted, BiFunction<Assignment, Optional<Object>, Object> record) {
        if (stated instanceof Value.Error || stated instanceof Value.Late) {
            return Optional.empty();
        }
        Assignment assignment = stated instanceof Value.Word w
                ? Assignment.valueOf(w.word().toUpperCase(Locale.ROOT))
                : Assignment.STATIC;
        Optional<Object> address =
                assignment == Assignment.DISABLED ? Optional.empty() : granted.map(Conversions::scalar);
        if (assignment != Assignment.DISABLED && address.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(record.apply(assignment, address));
    }
}
