package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.plan.DataLoss;
import io.bitbuilder.bbc.plan.KeptData;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Rules that compare a change with its base: what {@code bbc-apply} would refuse on a host, and data that is lost. It
 * would be refused after the merge, for all tenants of the host or without a place, so it is reported before.
 */
final class ChangeRules {
    private ChangeRules() {}

    /** Workload of a host, by the name of its data: that of a renamed one stays. */
    private record Placed(String kind, DataName data) {
        String tenant() {
            return data.tenant();
        }
    }

    /** Reports what bbc-apply would refuse, and lost data; both sides have a fleet, and the change no errors. */
    static void check(Compilation before, Compilation after, Gate.Policy policy, Findings findings) {
        if (before.fleet().isEmpty() || after.fleet().isEmpty()) {
            return;
        }
        Fleet from = before.fleet().get();
        Fleet to = after.fleet().get();
        UnaryOperator<String> currentHost = after.locks().renames()::currentHost;
        findings.addAll(shrunk(from, to, currentHost));
        if (!policy.stopsWorkloads()) {
            findings.addAll(stopped(from, to, currentHost));
        }
        Comparison.losses(before, after).stream()
                .filter(loss -> !policy.loses().contains(loss.data().name()))
                .forEach(loss -> findings.add(lost(loss, from, to)));
    }

    /** Reports volumes and roots that get smaller on the same host. */
    static List<Finding> shrunk(Fleet before, Fleet after, UnaryOperator<String> currentHost) {
        Map<KeptData.Place, KeptData> former = new HashMap<>();
        KeptData.of(before)
                .forEach(data -> former.put(
                        new KeptData.Place(
                                currentHost.apply(data.at().host()), data.at().path()),
                        data));
        List<Finding> findings = new ArrayList<>();
        for (KeptData data : KeptData.of(after)) {
            KeptData had = former.get(data.at());
            if (had != null && data.size().compareTo(had.size()) < 0) {
                findings.add(shrunk(data, had.size()));
            }
        }
        return findings;
    }

    private static Finding shrunk(KeptData data, Size had) {
        return Finding.of(
                        Code.SIZE_DECREASED,
                        data.span(),
                        "decreased size of " + data.title() + ": from " + had + " to " + data.size())
                .why("the image on the host has the former size, and bbc-apply never shrinks one: "
                        + "its data would be lost")
                .fix("write " + had + " or more");
    }

    private static Finding lost(DataLoss loss, Fleet before, Fleet after) {
        KeptData data = loss.data();
        Optional<Tenant> tenant = after.tenant(data.tenant());
        Span span = loss.successor()
                .map(KeptData::span)
                .or(() -> tenant.flatMap(t -> t.workload(data.workloadName()))
                        .map(w -> w.at().block().span()))
                .or(() -> tenant.map(t -> t.at().block().span()))
                .orElseGet(data::span);
        return Finding.of(Code.DATA_LOSS, span, "loss of data of " + loss.sentence())
                .also(data.span(), "in the base revision")
                .why("a host keeps data by the names of its blocks, and bbc-apply never moves it to another host")
                .fix(remedy(loss, before, after) + ", or accept the loss with `bbc gate --lose " + data.name() + "`");
    }

    private static String remedy(DataLoss loss, Fleet before, Fleet after) {
        KeptData data = loss.data();
        Optional<KeptData> now = loss.successor();
        boolean sameKind = now.filter(n -> suffix(n).equals(suffix(data))).isPresent();
        if (!sameKind || loss.isTaken()) {
            return "restore " + data.title();
        }
        if (now.filter(n -> !n.workload().equals(data.workload())).isPresent()) {
            return isRename(
                            workload(before, now.get()),
                            workload(after, now.get()).flatMap(Workload::was))
                    ? "write `was = " + data.workloadName() + "` in "
                            + now.get().workload()
                    : "restore " + data.title();
        }
        if (now.filter(n -> !n.volume().equals(data.volume())).isPresent()) {
            return isRename(volume(before, now.get()), volume(after, now.get()).flatMap(Volume::was))
                    ? "write `was = " + data.volume().orElseThrow() + "` in "
                            + now.get().title()
                    : "restore " + data.title();
        }
        return now.isPresent() && !now.get().at().host().equals(data.at().host())
                ? "write `place = " + data.at().host() + "` in " + data.workload()
                : "restore " + data.title();
    }

    /** Returns whether a block can be a renamed one: it is new, and not said to be that of another name. */
    private static boolean isRename(Optional<?> former, Optional<String> was) {
        return former.isEmpty() && was.isEmpty();
    }

    private static Optional<Workload> workload(Fleet fleet, KeptData data) {
        return fleet.tenant(data.tenant()).flatMap(t -> t.workload(data.workloadName()));
    }

    private static Optional<Volume> volume(Fleet fleet, KeptData data) {
        return workload(fleet, data).stream()
                .flatMap(w -> w.volume().stream())
                .filter(v -> data.volume().equals(Optional.of(v.name())))
                .findFirst();
    }

    /** Returns the form of an image: a container's, or the drive of a machine. */
    private static String suffix(KeptData data) {
        return data.at().path().substring(data.at().path().lastIndexOf('.'));
    }

    /** Reports changes that stop most of the workloads of a host, which {@code bbc-apply} refuses as it does. */
    static List<Finding> stopped(Fleet before, Fleet after, UnaryOperator<String> currentHost) {
        Map<String, Set<Placed>> had = byHost(before, currentHost);
        Map<String, Set<Placed>> has = byHost(after, host -> host);
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
        gone.forEach(placed -> counts.merge(placed.tenant(), 1, Integer::sum));
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
                        + "until an operator consents there; `was` marks a renamed workload, which does not count")
                .fix("remove fewer at a time, or run `bbc gate --stop-workloads` once the operator of the host knows");
    }

    private static Map<String, Set<Placed>> byHost(Fleet fleet, UnaryOperator<String> currentHost) {
        Map<String, Set<Placed>> hosts = new TreeMap<>();
        for (Tenant tenant : fleet.tenants()) {
            tenant.workloads()
                    .forEach(w -> hosts.computeIfAbsent(currentHost.apply(w.place()), h -> new HashSet<>())
                            .add(new Placed(w.getClass().getSimpleName(), w.data())));
        }
        return hosts;
    }
}
