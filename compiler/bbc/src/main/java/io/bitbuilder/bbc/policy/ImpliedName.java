package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.eval.Value;
import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.bbc.schema.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** Names after the dot of a block that are none of its members: the one table of what policies read beside these. */
enum ImpliedName {
    NAME(
            (kinds, kind) -> true,
            kinds -> PolicyShape.ANY,
            subject -> Optional.of(Value.of(subject.block().name()))),
    TENANT(
            (kinds, kind) -> kinds.isWithin(kind, "tenant"),
            kinds -> block(kinds, "tenant"),
            subject -> subject.around(b -> b.kind().equals("tenant")).map(subject.run()::place)),
    WORKLOAD(
            (kinds, kind) -> kinds.isPlaced(kind),
            kinds -> block(kinds, Schema.WORKLOAD),
            subject -> subject.workload().map(subject.run()::place)),
    HOST(
            (kinds, kind) -> kinds.isPlaced(kind),
            kinds -> block(kinds, "host"),
            subject -> subject.workload()
                    .map(b -> subject.run().field(b, b.declared("place").orElseThrow(), "place"))),
    ADMIT(
            (kinds, kind) -> kind.name().equals("tenant"),
            kinds -> new PolicyShape.Maybe(block(kinds, "admit")),
            subject -> Optional.of(subject.run().admit(subject.block()))),
    TRUST(
            (kinds, kind) -> kind.name().equals("tenant"),
            kinds -> new PolicyShape.Plain(type(kinds, "admit", "trust")),
            subject -> Optional.of(subject.run().trust(subject.block())));

    private final BiPredicate<SubjectKinds, Kind> holder;
    private final Function<SubjectKinds, PolicyShape> shape;
    private final Function<SubjectEntity, Optional<Value>> value;

    ImpliedName(
            BiPredicate<SubjectKinds, Kind> holder,
            Function<SubjectKinds, PolicyShape> shape,
            Function<SubjectEntity, Optional<Value>> value) {
        this.holder = holder;
        this.shape = shape;
        this.value = value;
    }

    /** Returns the names that blocks of a kind have. */
    static Stream<ImpliedName> of(SubjectKinds kinds, Kind kind) {
        return Stream.of(values()).filter(name -> name.holder.test(kinds, kind));
    }

    /** Returns the name with that word, if blocks of a kind have it. */
    static Optional<ImpliedName> of(SubjectKinds kinds, Kind kind, String word) {
        return of(kinds, kind).filter(name -> name.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what it is, by the kinds alone. */
    PolicyShape shape(SubjectKinds kinds) {
        return shape.apply(kinds);
    }

    /** Returns its value for a block. */
    Optional<Value> value(SubjectEntity subject) {
        return value.apply(subject);
    }

    private static PolicyShape block(SubjectKinds kinds, String word) {
        return new PolicyShape.OfBlock(List.copyOf(kinds.of(word)), "");
    }

    private static Type type(SubjectKinds kinds, String kind, String field) {
        return kinds.schema()
                .kind(kind)
                .flatMap(k -> k.field(field))
                .map(Field::type)
                .orElseThrow();
    }
}
