package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.PlacementRequest;
import io.bitbuilder.bbc.claim.WorkloadGroups;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Assigns every workload a host. A group that networks connect goes to one host: to that of a pinned member, else to
 * that of a locked member, else to the first host in rendezvous order that has room and the ports free.
 */
final class Placement {
    private final List<HostCapacity> hosts;
    private final Locks locks;
    private final Findings findings;
    private final Map<String, HostCapacity> used = new HashMap<>();
    private final Map<String, Set<PlacementRequest.HostPort>> ports = new HashMap<>();
    private final Map<String, Long> hashes = new HashMap<>();
    private final SortedMap<BlockPath, String> places = new TreeMap<>();
    private final Set<ClaimPath> failed = new HashSet<>();

    private Placement(List<HostCapacity> hosts, Locks locks, Findings findings) {
        this.hosts = hosts;
        this.locks = locks;
        this.findings = findings;
        for (HostCapacity host : hosts) {
            used.put(host.name(), HostCapacity.none(host.name()));
            ports.put(host.name(), new HashSet<>());
            hashes.put(host.name(), ProbeSequence.hash(locks.renames().formerHost(host.name())));
        }
    }

    /** Hosts by workload, and the claims that failed and have a host as a stand-in. */
    record Placed(SortedMap<BlockPath, String> places, Set<ClaimPath> failed) {}

    /** Places all workloads; there is at least one host. */
    static Placed place(List<PlacementRequest> requests, List<HostCapacity> hosts, Locks locks, Findings findings) {
        Placement placement = new Placement(hosts, locks, findings);
        List<List<PlacementRequest>> rest = new ArrayList<>();
        for (List<PlacementRequest> group : WorkloadGroups.of(requests)) {
            placement.fixed(group).ifPresentOrElse(host -> placement.settle(group, host), () -> rest.add(group));
        }
        rest.forEach(placement::choose);
        return new Placed(placement.places, placement.failed);
    }

    private Optional<String> fixed(List<PlacementRequest> group) {
        SortedMap<String, PlacementRequest> pins = new TreeMap<>();
        group.forEach(d -> d.place().ifPresent(host -> pins.putIfAbsent(host, d)));
        if (pins.size() > 1) {
            reportPins(group, pins);
        }
        return pins.isEmpty() ? locked(group) : Optional.of(pins.firstKey());
    }

    private void reportPins(List<PlacementRequest> group, SortedMap<String, PlacementRequest> pins) {
        List<PlacementRequest> by = pins.values().stream()
                .sorted(Comparator.comparing(PlacementRequest::span))
                .toList();
        PlacementRequest first = by.getFirst();
        PlacementRequest last = by.getLast();
        findings.add(Finding.of(
                        Code.CONFLICTING_PLACES,
                        last.span(),
                        title(last) + " is pinned to " + last.place().orElse("") + ", but a network connects it to "
                                + title(first) + " on " + first.place().orElse(""))
                .also(first.span(), "pinned to " + first.place().orElse(""))
                .why("a bridge cannot span hosts, so workloads that networks connect run on one host")
                .fix("write the same host in both, or give them separate networks"));
        group.forEach(d -> failed.add(d.claim()));
    }

    private Optional<String> locked(List<PlacementRequest> group) {
        SortedMap<String, LockLine> lines = new TreeMap<>();
        for (PlacementRequest request : group) {
            locks.of(request.claim())
                    .ifPresent(line -> lines.putIfAbsent(line.grant().toString(), line));
        }
        lines.values().stream()
                .filter(line -> !used.containsKey(line.grant().toString()))
                .forEach(this::reportGone);
        lines.keySet().retainAll(used.keySet());
        if (lines.size() > 1) {
            reportSplit(group, lines);
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.firstKey());
    }

    private void reportGone(LockLine line) {
        findings.add(Finding.of(
                        Code.LOCKED_HOST_MISSING,
                        line.span(),
                        line.path() + " is locked to unknown host " + line.grant())
                .why("a locked workload stays on its host")
                .fix("restore the host, or delete the line to let the workload move"));
    }

    private void reportSplit(List<PlacementRequest> group, SortedMap<String, LockLine> lines) {
        LockLine first = lines.get(lines.firstKey());
        LockLine last = lines.get(lines.lastKey());
        findings.add(Finding.of(
                        Code.CONFLICTING_LOCKED_PLACES,
                        group.getFirst().span(),
                        "networks connect workloads that are locked to different hosts, " + lines.firstKey() + " and "
                                + lines.lastKey())
                .also(first.span(), "locked to " + lines.firstKey())
                .also(last.span(), "locked to " + lines.lastKey())
                .why("a bridge cannot span hosts, and a locked workload stays on its host")
                .fix("write `place` in one of them, which moves it, or give them separate networks"));
        group.forEach(d -> failed.add(d.claim()));
    }

    private void choose(List<PlacementRequest> group) {
        if (hosts.size() == 1) {
            settle(group, hosts.getFirst().name());
            return;
        }
        long hash = ProbeSequence.hash(former(group));
        List<HostCapacity> order = new ArrayList<>(hosts);
        order.sort(Comparator.comparingLong(
                        (HostCapacity h) -> Long.MIN_VALUE ^ ProbeSequence.weight(hash, hashes.get(h.name())))
                .reversed()
                .thenComparing(HostCapacity::name));
        HostCapacity needed = sum(group);
        List<String> reasons = new ArrayList<>();
        for (HostCapacity host : order) {
            List<String> lacks = lacks(host, needed, group);
            if (lacks.isEmpty()) {
                settle(group, host.name());
                return;
            }
            reasons.add(host.name() + " " + String.join(", ", lacks));
        }
        reportFull(group, reasons);
        group.forEach(d -> {
            failed.add(d.claim());
            places.put(d.path(), order.getFirst().name());
        });
    }

    /** Returns the first path of a group by former names, so that no rename moves it. */
    private String former(List<PlacementRequest> group) {
        return group.stream()
                .map(request -> locks.renames().former(request.path()))
                .sorted()
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private List<String> lacks(HostCapacity host, HostCapacity needed, List<PlacementRequest> group) {
        List<String> lacks = new ArrayList<>(host.lacks(used.get(host.name()), needed));
        group.stream().flatMap(d -> host.refusal(d).stream()).distinct().forEach(lacks::add);
        SortedSet<String> taken = new TreeSet<>();
        group.forEach(d -> d.ports().stream()
                .filter(ports.get(host.name())::contains)
                .forEach(p -> taken.add(p.proto().name().toLowerCase(Locale.ROOT) + " " + p.number())));
        taken.forEach(p -> lacks.add("already publishes " + p));
        return lacks;
    }

    private void reportFull(List<PlacementRequest> group, List<String> reasons) {
        PlacementRequest first = group.getFirst();
        String what = group.size() == 1
                ? title(first)
                : "the " + group.size() + " workloads that networks connect to "
                        + first.path().dotted();
        List<String> sorted = reasons.stream().sorted().toList();
        String shown = String.join("; ", sorted.subList(0, Math.min(8, sorted.size())));
        findings.add(Finding.of(
                        Code.INSUFFICIENT_HOST_CAPACITY, first.span(), "insufficient capacity on all hosts for " + what)
                .why(shown + (sorted.size() > 8 ? "; and " + (sorted.size() - 8) + " more hosts" : ""))
                .fix("lower the requests, or add a host"));
    }

    private void settle(List<PlacementRequest> group, String host) {
        used.merge(host, sum(group), HostCapacity::plus);
        for (PlacementRequest request : group) {
            places.put(request.path(), request.place().orElse(host));
            ports.computeIfAbsent(host, h -> new HashSet<>()).addAll(request.ports());
        }
    }

    private static HostCapacity sum(List<PlacementRequest> group) {
        HostCapacity capacity = HostCapacity.none("");
        for (PlacementRequest request : group) {
            capacity = capacity.plus(request);
        }
        return capacity;
    }

    private static String title(PlacementRequest request) {
        return "workload " + request.path().dotted();
    }
}
