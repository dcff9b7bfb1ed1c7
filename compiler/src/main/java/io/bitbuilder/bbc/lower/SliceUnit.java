package io.bitbuilder.bbc.lower;

import io.bitbuilder.bbc.fleet.Admit;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Quota;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.names.UnitNames;
import io.bitbuilder.bbc.systemd.Artefact;
import io.bitbuilder.bbc.systemd.Form;
import io.bitbuilder.bbc.systemd.Section;
import io.bitbuilder.bbc.systemd.UnitText;
import io.bitbuilder.bbc.systemd.Word;
import io.bitbuilder.bbc.value.Cpu;
import io.bitbuilder.bbc.value.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The slice of a tenant: what its workloads may use together on the host (systemd.resource-control(5)). A limit that neither
 * tenant nor platform sets is the sum of the workloads there. Monitors of machines take memory of their own, which comes on top
 * of what was promised.
 */
final class SliceUnit {
    private SliceUnit() {}

    static Artefact of(Site site) {
        String unit = UnitNames.slice(site.name());
        Section.Builder slice = Section.named("Slice", site.origin());
        cpu(site).set(slice, "CPUQuota", c -> Word.percentOfCore(c.millis()));
        memory(site).set(slice, "MemoryMax", m -> Word.of(new Size(Math.addExact(m.bytes(), overhead(site)))));
        tasks(site).ifPresent(limit -> limit.set(slice, "TasksMax", Word::of));
        return FieldDirectives.of(Form.SLICE, site.tenant().at()).file(site.etc("systemd/system/" + unit), site.banner(),
                Section.named("Unit", site.origin()).set("Description", new UnitText("Tenant " + site.name())), slice);
    }

    /** A limit and who set it. */
    private record Limit<T>(T value, Origin origin) {
        void set(Section.Builder section, String key, Function<T, Word> word) {
            section.set(key, word.apply(value), origin);
        }
    }

    private static Limit<Cpu> cpu(Site site) {
        return quota(site, Quota::cpu, "quota.cpu").orElseGet(() -> new Limit<>(
                new Cpu(site.workloads().stream().mapToLong(w -> w.cpu().cores().millis()).reduce(0, Math::addExact)), site.origin()));
    }

    private static Limit<Size> memory(Site site) {
        return quota(site, Quota::memory, "quota.memory").orElseGet(() -> new Limit<>(
                new Size(site.workloads().stream().mapToLong(w -> w.memory().limit().bytes()).reduce(0, Math::addExact)), site.origin()));
    }

    private static Optional<Limit<Long>> tasks(Site site) {
        return quota(site, Quota::tasks, "quota.tasks").or(() -> sumOfTasks(site.workloads()).map(n -> new Limit<>(n, site.origin())));
    }

    private static Optional<Long> sumOfTasks(List<Workload> workloads) {
        return workloads.stream().allMatch(w -> w.tasks().isPresent())
                ? Optional.of(workloads.stream().mapToLong(w -> w.tasks().orElseThrow()).reduce(0, Math::addExact))
                : Optional.empty();
    }

    private static long overhead(Site site) {
        return site.machines().stream().mapToLong(m -> Limits.monitorBytes(m.memory().limit())).sum();
    }

    private static <T> Optional<Limit<T>> quota(Site site, Function<Quota, Optional<T>> part, String field) {
        Optional<Limit<T>> own = site.tenant().quota().flatMap(part).map(v -> new Limit<>(v, site.tenant().at().of(field)));
        Optional<Admit> admit = site.fleet().platform().admit(site.name());
        return own.or(() -> admit.flatMap(Admit::quota).flatMap(part)
                .map(v -> new Limit<>(v, admit.orElseThrow().at().of(field))));
    }
}
