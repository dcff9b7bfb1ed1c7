package io.bitbuilder.bbc.lower.kit;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.SinkValue;
import io.bitbuilder.bbc.artefact.UnitText;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.schema.Scalar;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.core.net.Address;
import io.bitbuilder.core.net.Mac;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.scalar.TimeSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sinks of the values of fields that are directives, by the type of the field and the notation of the file. */
final class FieldSinks {
    private FieldSinks() {}

    /** Writes a value of the language as the values of a directive, a line each. */
    interface Sink extends Function<io.bitbuilder.bbc.eval.Value, List<SinkValue>> {}

    /** Returns the sink for fields of a type in files of a kind; empty when the type has no one notation there. */
    static Optional<Sink> of(ArtefactKind kind, Type type) {
        return switch (type) {
            case Type.Maybe(Type t) -> of(kind, t);
            case Type.Refined r -> of(kind, r.type());
            case Type.ListOf(Type t) -> of(kind, t).map(FieldSinks::each);
            case Type.SetOf(Type t) -> of(kind, t).map(FieldSinks::each);
            case Type.OneOf words -> one(v -> Word.of(ValueFormatter.text(v)));
            case Type.Of(Scalar scalar) -> scalar(kind, scalar);
            case Type.Ref r -> Optional.empty();
            case Type.MapOf m -> Optional.empty();
            case Type.RecordOf r -> Optional.empty();
            case Type.Any a -> Optional.empty();
        };
    }

    private static Optional<Sink> scalar(ArtefactKind kind, Scalar scalar) {
        return switch (scalar) {
            case BOOL -> one(v -> Word.of((boolean) java(v)));
            case INT, PORT -> one(v -> Word.of((long) java(v)));
            case SIZE -> one(v -> Word.of((Size) java(v)));
            case DURATION -> one(v -> Word.of((TimeSpan) java(v)));
            case CPU -> one(v -> Word.percentOfCore(((Cpu) java(v)).millis()));
            case ADDRESS4, ADDRESS6 -> one(v -> Word.of((Address) java(v)));
            case MAC -> one(v -> Word.of((Mac) java(v)));
            case PERCENT, NAME, HOSTNAME, INTERFACE_NAME, CAPABILITY, SYSCALL_GROUP, SUBNET4, SUBNET6 ->
                one(v -> Word.of(ValueFormatter.text(v)));
            // systemd expands specifiers in units alone.
            case UNIT_NAME ->
                kind.content().contains("unit") ? one(v -> new UnitText(ValueFormatter.text(v))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Sink> one(Function<io.bitbuilder.bbc.eval.Value, SinkValue> writer) {
        return Optional.of(v -> List.of(writer.apply(v)));
    }

    private static Sink each(Sink element) {
        return v -> switch (v) {
            case io.bitbuilder.bbc.eval.Value.Items(var items) ->
                items.stream().flatMap(i -> element.apply(i).stream()).toList();
            case io.bitbuilder.bbc.eval.Value.Members(var members) ->
                members.stream().flatMap(m -> element.apply(m).stream()).toList();
            default -> throw new IllegalStateException("not a list: " + ValueFormatter.text(v));
        };
    }

    private static Object java(io.bitbuilder.bbc.eval.Value value) {
        return switch (value) {
            case io.bitbuilder.bbc.eval.Value.Scalar(Object of) -> of;
            default -> throw new IllegalStateException("not a scalar: " + ValueFormatter.text(value));
        };
    }
}
