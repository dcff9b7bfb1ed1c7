package io.bitbuilder.bbc.bind;

import io.bitbuilder.bbc.claim.PlacementRules;
import io.bitbuilder.bbc.fleet.Platform;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.resolve.PlatformLimits;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.core.fault.InternalFault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks that something consumes every member of every kind, so that no field is accepted and then ignored. */
public final class Consumers {
    private final Schema schema;
    private final RecordPlans plans;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> unused = new TreeSet<>();

    private Consumers(Schema schema) {
        this.schema = schema;
        this.plans = new RecordPlans(schema);
    }

    /**
     * Checks that each member is a component of the kind's record, or a field that {@code writes} a directive.
     *
     * @throws InternalFault if a member is neither; the kinds and the records are of one installation
     */
    public static void require(Schema schema) {
        Consumers consumers = new Consumers(schema);
        consumers.kind(Platform.class, "platform");
        consumers.kind(Tenant.class, "tenant");
        schema.kinds().stream()
                .map(Kind::name)
                .filter(k -> !consumers.seen.contains(k))
                .forEach(consumers.unused::add);
        if (!consumers.unused.isEmpty()) {
            throw new InternalFault("kinds declare members without a record component or `writes`: "
                    + String.join(", ", consumers.unused));
        }
    }

    private void kind(Class<?> type, String name) {
        if (seen.add(name)) {
            Kind kind = schema.kind(name).orElseThrow();
            List<RecordPart> parts = plans.of(type, name).parts();
            // The limits of a run are read before there is a fleet, policies judge the program, placement precedes it.
            Set<String> used = new HashSet<>(PlatformLimits.fields());
            used.add(Program.POLICIES);
            used.addAll(PlacementRules.FIELDS);
            kind.fields().forEach((path, field) -> {
                if (field.isAdded()) {
                    used.add(path);
                }
            });
            used(parts, kind, used);
            if (parts.stream().anyMatch(RecordPart.At.class::isInstance)) {
                kind.fields().forEach((path, field) -> {
                    if (!field.writes().isEmpty()) {
                        used.add(path);
                    }
                });
            }
            members(kind).stream().filter(m -> !used.contains(m)).forEach(m -> unused.add(name + "." + m));
        }
    }

    private Set<String> members(Kind kind) {
        Set<String> members = new TreeSet<>(kind.fields().keySet());
        kind.members().members().values().stream()
                .filter(KeyedBlocks.class::isInstance)
                .forEach(m -> members.add(m.name()));
        schema.children(kind.name()).forEach(k -> members.add(k.name()));
        return members;
    }

    private void used(List<RecordPart> parts, Kind kind, Set<String> used) {
        for (RecordPart part : parts) {
            switch (part) {
                case RecordPart.Plain p -> used.add(p.path());
                case RecordPart.Assigned a -> used.add(a.path());
                case RecordPart.Inner i -> used(i.plan().parts(), kind, used);
                case RecordPart.Blocks b -> {
                    used.add(b.word());
                    kind(
                            b.element(),
                            schema.inside(kind, b.word()).orElseThrow().name());
                }
                case RecordPart.OwnName n -> {}
                case RecordPart.At a -> {}
                case RecordPart.Data d -> {}
                case RecordPart.Builtin b -> {}
            }
        }
    }
}
