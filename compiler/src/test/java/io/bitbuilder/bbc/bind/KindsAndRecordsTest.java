package io.bitbuilder.bbc.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.fleet.Platform;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Many;
import io.bitbuilder.bbc.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Kinds and records say the same: every component is a member of its kind, every member a component. */
class KindsAndRecordsTest {
    private final Schema schema = new TestProgram().program().schema();
    private final Plans plans = new Plans(schema);

    @Test
    void everyMemberOfEveryKindHasAComponentAndNoneIsMissing() {
        Set<String> kinds = new TreeSet<>();
        check(Platform.class, "platform", kinds);
        check(Tenant.class, "tenant", kinds);
        assertEquals(new TreeSet<>(schema.kinds().stream().map(Kind::name).toList()), kinds, "kinds without a record");
    }

    private void check(Class<?> type, String name, Set<String> seen) {
        seen.add(name);
        Kind kind = schema.kind(name).orElseThrow();
        Set<String> wanted = new TreeSet<>(kind.fields().keySet());
        kind.shape().members().values().stream().filter(Many.class::isInstance).forEach(m -> wanted.add(m.name()));
        schema.children(name).forEach(k -> wanted.add(k.name()));
        Set<String> found = new TreeSet<>();
        collect(plans.of(type, name).parts(), kind, found, seen);
        assertEquals(wanted, found, type.getSimpleName() + " and kind " + name);
    }

    private void collect(List<Part> parts, Kind kind, Set<String> found, Set<String> seen) {
        for (Part part : parts) {
            switch (part) {
                case Part.Plain p -> found.add(p.path());
                case Part.Inner i -> collect(i.plan().parts(), kind, found, seen);
                case Part.Blocks b -> {
                    found.add(b.word());
                    check(b.element(), schema.inside(kind, b.word()).orElseThrow().name(), seen);
                }
                default -> {
                    // The name, the origins and whether the platform is built in belong to no member.
                }
            }
        }
    }
}
