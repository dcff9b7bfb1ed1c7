package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rules that compare a change with its base: what {@code bbc-apply} would refuse on a host. It would refuse it after
 * the merge, for all tenants of the host or without a place, so it is reported before.
 */
final class ChangeRules {
    private ChangeRules() {}

    /** Workload of a host, named as its unit is. */
    private record Placed(String tenant, String kind, String name) {}

    /** Reports what bbc-apply would refuse; both sides have a fleet, and the change no errors. */
    static void check(Compilation before, Compilation after, boolean stopsWorkloads, Findings findings) {
        before.fleet()
                .ifPresent(from -> after.fleet().ifPresent(to -> {
                    findings.addAll(shrunk(from, to));
                    if (!stopsWorkloads) {
                        findings.addAll(stopped(from, to));
                    }
                }));
    }

    /** Reports volumes and roots that get smaller on the same host. */
    static List<Finding> shrunk(Fleet before, Fleet after) {
        List<Finding> findings = new ArrayList<>();
        for (Tenant tenant : after.tenants()) {
            tenant.workloads()
                    .forEach(workload -> before.tenant(tenant.name())
                            .flatMap(t -> t.workload(workload.name()))
                            .filter(former -> former.getClass().equals(workload.getClass())
                                    && former.place().equals(workload.place()))
                            .ifPresent(former -> shrunk(tenant, former, workload, findings)));
        }
        return findings;
    }

    private static void shrunk(Tenant tenant, Workload former, Workload workload, List<Finding> findings) {
        String of = " of " + tenant.name() + "." + workload.name();
        shrunk(
                        "the root" + of,
                        former.root().size(),
                        workload.root().size(),
                        workload.at().span("root.size"))
                .ifPresent(findings::add);
        for (Volume volume : workload.volume()) {
            Optional<Size> size = former.volume().stream()
                    .filter(v -> v.name().equals(volume.name()))
                    .map(Volume::size)
                    .findFirst();
            shrunk(
                            "volume " + volume.name() + of,
                            size,
                            Optional.of(volume.size()),
                            volume.at().span("size"))
                    .ifPresent(findings::add);
        }
    }

    private static Optional<Finding> shrunk(String what, Optional<Size> before, Optional<Size> after, Span span) {
        return before.filter(had -> after.filter(has -> has.compareTo(had) < 0).isPresent())
                .map(had -> Finding.of(
                                Code.SIZE_DECREASED,
                                span,
                                "decreased size of " + what + ": from " + had + " to " + after.orElseThrow())
                        .why("the image on the host has the former size, and bbc-apply never shrinks one: "
                                + "its data would be lost")
                        .fix("write " + had + " or more"));
    }

    /** Reports changes that stop most of the workloads of a host, which {@code bbc-apply} refuses as it does. */
    static List<Finding> stopped(Fleet before, Fleet after) {
        Map<String, Set<Placed>> had = byHost(before);
        Map<String, Set<Placed>> has = byHost(after);
        List<Finding> findings = new ArrayList<>();
        for (Host host : after.platform().hosts()) {
            Set<Placed> all = had.getOrDefault(host.name(), Set.of());
            Set<Placed> gone = new HashSet<>(all);
            gone.removeAll(has.getOrDefault(host.name(), Set.of()));
            if (gone.size() * 2 > all.size()) {
                findings.add(stopped(host, all.size(), gone, before, after));
            }
        }
        return findings;
    }

    private static Finding stopped(Host host, int all, Set<Placed> gone, Fleet before, Fleet after) {
        Map<String, Integer> counts = new TreeMap<>();
        gone.forEach(placed -> counts.merge(placed.tenant, 1, Integer::sum));
        String most = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Span span = after.tenant(most)
                .map(t -> t.at().block().span())
                .or(() -> before.tenant(most).map(t -> t.at().block().span()))
                .orElseGet(() -> host.at().block().span());
        return Finding.of(
                        Code.MOST_WORKLOADS_STOP,
                        span,
                        "the change removes " + gone.size() + " of the " + all + " workloads of host " + host.name()
                                + ", " + counts.get(most) + " of tenant " + most)
                .why("bbc-apply refuses such a tree, and with it the changes of all tenants of the host, "
                        + "until an operator consents there")
                .fix("remove fewer at a time, or run `bbc gate --stop-workloads` once the operator of the host knows");
    }

    private static Map<String, Set<Placed>> byHost(Fleet fleet) {
        Map<String, Set<Placed>> hosts = new TreeMap<>();
        for (Tenant tenant : fleet.tenants()) {
            tenant.workloads()
                    .forEach(w -> hosts.computeIfAbsent(w.place(), h -> new HashSet<>())
                            .add(new Placed(tenant.name(), w.getClass().getSimpleName(), w.name())));
        }
        return hosts;
    }
}
