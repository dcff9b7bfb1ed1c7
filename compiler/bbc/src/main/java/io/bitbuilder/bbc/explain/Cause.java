package io.bitbuilder.bbc.explain;

import io.bitbuilder.bbc.claim.ResourceKind;
import io.bitbuilder.bbc.resolve.WriteStep;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Source of a field's value: a statement somewhere in the sources, a default, or the allocation. */
public sealed interface Cause {
    /** A statement of the block itself, in a tenant's program. */
    record Literal(Span at) implements Cause {}

    /** A member of a tenant's {@code metadata.json}. */
    record Metadata(Span at) implements Cause {}

    /** A statement of the block itself, in a file of the platform. */
    record PlatformStatement(Span at) implements Cause {}

    /** A statement of the platform that is built into bbc. */
    record Builtin(Span at) implements Cause {}

    /** A statement of a profile; {@code chain} is the chain of uses from the block to it, outermost first. */
    record Profile(Span at, List<WriteStep> chain) implements Cause {}

    /** A statement in the defaults of a kind. */
    record Defaults(Span at, String kind) implements Cause {}

    /** The default in the declaration of the kind. */
    record KindDefault(Span at, String kind) implements Cause {}

    /** The field is optional and has no writer; {@code at} is its declaration. */
    record Unset(Span at, String kind) implements Cause {}

    /** The field is part of the block's name. */
    record Name(Span at) implements Cause {}

    /** bbc allocated the value in this run; no lock file has it. */
    record Allocation(ResourceKind resource) implements Cause {}

    /** A line of a lock file: an earlier run allocated the value. */
    record Lock(Span at) implements Cause {}

    /** Returns its place in the sources or in the standard library; an allocation has none. */
    default Optional<Span> place() {
        return switch (this) {
            case Literal c -> Optional.of(c.at);
            case Metadata c -> Optional.of(c.at);
            case PlatformStatement c -> Optional.of(c.at);
            case Builtin c -> Optional.of(c.at);
            case Profile c -> Optional.of(c.at);
            case Defaults c -> Optional.of(c.at);
            case KindDefault c -> Optional.of(c.at);
            case Unset c -> Optional.of(c.at);
            case Name c -> Optional.of(c.at);
            case Lock c -> Optional.of(c.at);
            case Allocation c -> Optional.empty();
        };
    }

    /** Returns its keyword in JSON. */
    default String word() {
        return switch (this) {
            case Literal c -> "literal";
            case Metadata c -> "metadata";
            case PlatformStatement c -> "platform";
            case Builtin c -> "builtin";
            case Profile c -> "profile";
            case Defaults c -> "defaults";
            case KindDefault c -> "kind-default";
            case Unset c -> "unset";
            case Name c -> "name";
            case Allocation c -> "allocation";
            case Lock c -> "lock";
        };
    }

    /** Returns the noun phrase for people. */
    default String title() {
        return switch (this) {
            case Literal c -> "the block itself";
            case Metadata c -> "metadata.json";
            case PlatformStatement c -> "platform";
            case Builtin c -> "built-in platform";
            case Profile c -> String.join(", ", titles(c.chain));
            case Defaults c -> "defaults " + c.kind;
            case KindDefault c -> "default of kind " + c.kind;
            case Unset c -> "declaration in kind " + c.kind;
            case Name c -> "name of the block";
            case Allocation c -> "allocation of " + c.resource.noun();
            case Lock c -> "lock file";
        };
    }

    /** Returns the names of the steps between a block and a write, outermost first. */
    static List<String> titles(List<WriteStep> chain) {
        return chain.stream()
                .map(step -> switch (step) {
                    case WriteStep.Profile p -> "profile " + p.title();
                    case WriteStep.Defaults d -> "defaults " + d.kind();
                })
                .toList();
    }
}
