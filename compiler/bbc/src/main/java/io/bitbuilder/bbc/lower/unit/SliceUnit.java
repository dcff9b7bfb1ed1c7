package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.UnitText;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Quota;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.FieldDirectives;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.TenantUnitNames;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Slice of a tenant: limits of all its workloads on the host together (systemd.resource-control(5)). A limit that
 * neither tenant nor platform sets is the sum of the workloads there. The memory of machine monitors is added to the
 * memory that the tenant is promised.
 */
public final class SliceUnit {
    private static final ArtefactKind KIND = ArtefactKind.of("slice");

    private SliceUnit() {}

    public static Artefact of(TenantOnHost onHost) {
        String unit = TenantUnitNames.slice(onHost.name());
        Section.Builder slice = Section.named("Slice", onHost.origin());
        cpu(onHost).set(slice, "CPUQuota", c -> Word.percentOfCore(c.millis()));
        memory(onHost).set(slice, "MemoryMax", m -> Word.of(new Size(Math.addExact(m.bytes(), overhead(onHost)))));
        tasks(onHost).ifPresent(limit -> limit.set(slice, "TasksMax", Word::of));
        return FieldDirectives.of(KIND, onHost.tenant().at())
                .file(
                        onHost.etc("systemd/system/" + unit),
                        onHost.banner(),
                        Section.named("Unit", onHost.origin())
                                .set("Description", new UnitText("Tenant " + onHost.name())),
                        slice);
    }

    /** Limit with its origin. */
    private record Limit<T>(T value, Origin origin) {
        void set(Section.Builder section, String key, Function<T, Word> word) {
            section.set(key, word.apply(value), origin);
        }
    }

    private static Limit<Cpu> cpu(TenantOnHost onHost) {
        return quota(onHost, Quota::cpu, "quota.cpu")
                .orElseGet(() -> new Limit<>(
                        new Cpu(onHost.workloads().stream()
                                .mapToLong(w -> w.cpu().cores().millis())
                                .reduce(0, Math::addExact)),
                        onHost.origin()));
    }

    private static Limit<Size> memory(TenantOnHost onHost) {
        return quota(onHost, Quota::memory, "quota.memory")
                .orElseGet(() -> new Limit<>(
                        new Size(onHost.workloads().stream()
                                .mapToLong(w -> w.memory().limit().bytes())
                                .reduce(0, Math::addExact)),
                        onHost.origin()));
    }

    private static Optional<Limit<Long>> tasks(TenantOnHost onHost) {
        return quota(onHost, Quota::tasks, "quota.tasks")
                .or(() -> sumOfTasks(onHost.workloads()).map(n -> new Limit<>(n, onHost.origin())));
    }

    private static Optional<Long> sumOfTasks(List<Workload> workloads) {
        return workloads.stream().allMatch(w -> w.tasks().isPresent())
                ? Optional.of(workloads.stream()
                        .mapToLong(w -> w.tasks().orElseThrow())
                        .reduce(0, Math::addExact))
                : Optional.empty();
    }

    private static long overhead(TenantOnHost onHost) {
        return onHost.machines().stream()
                .mapToLong(m -> LimitsDropIn.monitorBytes(m.memory().limit()))
                .sum();
    }

    private static <T> Optional<Limit<T>> quota(TenantOnHost onHost, Function<Quota, Optional<T>> part, String field) {
        Optional<Limit<T>> own = onHost.tenant()
                .quota()
                .flatMap(part)
                .map(v -> new Limit<>(v, onHost.tenant().at().of(field)));
        Optional<Admit> admit = onHost.fleet().platform().admit(onHost.name());
        return own.or(() -> admit.flatMap(Admit::quota)
                .flatMap(part)
                .map(v -> new Limit<>(v, admit.orElseThrow().at().of(field))));
    }
}
