package io.bitbuilder.bbc.eval;

import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Expr.LiteralKind;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Address6;
import io.bitbuilder.core.net.InterfaceAddress;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.net.Subnet;
import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.Digest;
import io.bitbuilder.core.scalar.IntRange;
import io.bitbuilder.core.scalar.NetworkName;
import io.bitbuilder.core.scalar.OfferName;
import io.bitbuilder.core.scalar.Percent;
import io.bitbuilder.core.scalar.PortRange;
import io.bitbuilder.core.scalar.Rate;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.scalar.TimeSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Maps Java types to scalar types of the language. */
final class ScalarTypes {
    private ScalarTypes() {}

    /** Returns the default scalar type of a Java value. */
    static Scalar of(Object value) {
        return switch (value) {
            case Boolean b -> Scalar.BOOL;
            case Long n -> Scalar.INT;
            case BigDecimal d -> Scalar.DECIMAL;
            case Percent p -> Scalar.PERCENT;
            case Size s -> Scalar.SIZE;
            case TimeSpan t -> Scalar.DURATION;
            case Rate r -> Scalar.RATE;
            case Cpu c -> Scalar.CPU;
            case Address4 a -> Scalar.ADDRESS4;
            case Address6 a -> Scalar.ADDRESS6;
            case Subnet4 s -> Scalar.SUBNET4;
            case Subnet6 s -> Scalar.SUBNET6;
            case IntRange r -> Scalar.INT_RANGE;
            case PortRange r -> Scalar.PORT_RANGE;
            case InterfaceAddress a -> Scalar.INTERFACE_ADDRESS;
            case Mac m -> Scalar.MAC;
            case Digest d -> Scalar.DIGEST;
            case OfferName n -> Scalar.OFFER_NAME;
            case NetworkName n -> Scalar.NETWORK_NAME;
            case DirectiveText t -> Scalar.DIRECTIVE_TEXT;
            case LocalDate d -> Scalar.DATE;
            case String s -> Scalar.TEXT;
            default ->
                throw new IllegalStateException(
                        "not a scalar: " + value.getClass().getName());
        };
    }

    /**
     * Returns whether the Java value represents that scalar type; assigned addresses are held as addresses, ranges of
     * either family as those of one.
     */
    static boolean isOne(Object value, Scalar scalar) {
        return switch (scalar) {
            case SUBNET -> value instanceof Subnet;
            case ASSIGN4 -> value instanceof Address4;
            case ASSIGN6 -> value instanceof Address6;
            default -> of(value) == scalar;
        };
    }

    /** Returns the scalar type of a literal without an expected type. */
    static Scalar of(LiteralKind kind) {
        return switch (kind) {
            case INT -> Scalar.INT;
            case DECIMAL -> Scalar.DECIMAL;
            case PERCENT -> Scalar.PERCENT;
            case SIZE -> Scalar.SIZE;
            case DURATION -> Scalar.DURATION;
            case RATE -> Scalar.RATE;
            case SUBNET4 -> Scalar.SUBNET4;
            case ADDRESS4 -> Scalar.ADDRESS4;
            case SUBNET6 -> Scalar.SUBNET6;
            case ADDRESS6 -> Scalar.ADDRESS6;
            case MAC -> Scalar.MAC;
            case DATE -> Scalar.DATE;
            case DIGEST -> Scalar.DIGEST;
            case SYSCALL_GROUP -> Scalar.SYSCALL_GROUP;
        };
    }

    /** Returns the type of a value without an expected type. */
    static Type typeOf(Value value) {
        return switch (value) {
            case Value.Scalar(Object of) -> new Type.Of(of(of));
            case Value.Word w -> new Type.OneOf(w.of());
            case Value.Ref r -> new Type.Ref(r.kind());
            case Value.Items(List<Value> items) ->
                new Type.ListOf(items.isEmpty() ? Type.ANY : typeOf(items.getFirst()));
            case Value.Members(List<Value> members) ->
                new Type.SetOf(members.isEmpty() ? Type.ANY : typeOf(members.getFirst()));
            case Value.Place(Entity of) ->
                of.reference().<Type>map(r -> new Type.Ref(r.kind())).orElse(Type.ANY);
            default -> Type.ANY;
        };
    }
}
