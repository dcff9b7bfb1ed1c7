package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.PlacementRequest;
import io.bitbuilder.bbc.claim.WorkloadGroups;
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
    private final Map<String, HostCapacity> used = new HashMap<>();
    private final Map<String, Set<PlacementRequest.HostPort>> ports = new HashMap<>();
    private final Map<String, Long> hashes = new HashMap<>();
    private final SortedMap<BlockPath, String> places = new TreeMap<>();
    private final Set<ClaimPath> failed = new HashSet<>();
    private final HostRestrictions restrictions;
    private final PlacementFindings reports;

    private Placement(Inventory inventory, HostRestrictions restrictions, Locks locks, Findings findings) {
        this.hosts = inventory.hosts();
        this.restrictions = restrictions;
        this.reports = new PlacementFindings(locks, findings);
        this.locks = locks;
        for (HostCapacity host : inventory.hosts()) {
            used.put(host.name(), HostCapacity.none(host.name()));
            ports.put(host.name(), new HashSet<>());
            hashes.put(host.name(), ProbeSequence.hash(locks.renames().formerHost(host.name())));
        }
    }

    /** Hosts by workload, and the claims that failed and have a host as a stand-in. */
    record Placed(SortedMap<BlockPath, String> places, Set<ClaimPath> failed) {}

    /** Places all workloads; there is at least one host. */
    static Placed place(List<PlacementRequest> requests, Inventory inventory, Locks locks, Findings findings) {
        HostRestrictions restrictions = new HostRestrictions(requests, inventory.labels());
        Placement placement = new Placement(inventory, restrictions, locks, findings);
        List<List<PlacementRequest>> fixed = new ArrayList<>();
        List<List<PlacementRequest>> rest = new ArrayList<>();
        for (List<PlacementRequest> group : WorkloadGroups.of(requests)) {
            placement.separable(group);
            Optional<String> host = placement.fixed(group);
            host.ifPresent(h -> placement.settle(group, h));
            (host.isPresent() ? fixed : rest).add(group);
        }
        fixed.forEach(placement::require);
        rest.forEach(placement::choose);
        return new Placed(placement.places, placement.failed);
    }

    private Optional<String> fixed(List<PlacementRequest> group) {
        SortedMap<String, PlacementRequest> pins = new TreeMap<>();
        group.forEach(d -> d.place().ifPresent(host -> pins.putIfAbsent(host, d)));
        if (pins.size() > 1) {
            reports.pins(pins);
            group.forEach(d -> failed.add(d.claim()));
        }
        return pins.isEmpty() ? locked(group) : Optional.of(pins.firstKey());
    }

    private Optional<String> locked(List<PlacementRequest> group) {
        SortedMap<String, LockLine> lines = new TreeMap<>();
        for (PlacementRequest request : group) {
            locks.of(request.claim())
                    .ifPresent(line -> lines.putIfAbsent(line.grant().toString(), line));
        }
        lines.values().stream()
                .filter(line -> !used.containsKey(line.grant().toString()))
                .forEach(reports::gone);
        lines.keySet().retainAll(used.keySet());
        if (lines.size() > 1) {
            reports.split(group, lines);
            group.forEach(d -> failed.add(d.claim()));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.firstKey());
    }

    /** Reports members of a group that must be apart, though networks connect them. */
    private void separable(List<PlacementRequest> group) {
        Set<BlockPath> paths = new HashSet<>();
        group.forEach(request -> paths.add(request.path()));
        for (PlacementRequest request : group) {
            HostRestrictions.inseparable(request, paths).ifPresent(other -> {
                reports.inseparable(request, other);
                failed.add(request.claim());
            });
        }
    }

    /** Reports restrictions that the pinned or locked host of a group does not fulfil. */
    private void require(List<PlacementRequest> group) {
        for (PlacementRequest request : group) {
            String host = places.get(request.path());
            List<String> refused = new ArrayList<>(restrictions.missingLabels(host, List.of(request)));
            request.rules().apartFrom().stream()
                    .filter(other -> host.equals(places.get(other)) && !failed.contains(request.claim()))
                    .forEach(other -> refused.add("runs " + other.dotted()));
            if (!refused.isEmpty()) {
                reports.refused(request, host, refused);
                failed.add(request.claim());
            }
        }
    }

    private void choose(List<PlacementRequest> group) {
        if (group.stream().anyMatch(request -> failed.contains(request.claim()))) {
            group.forEach(d -> failed.add(d.claim()));
            settle(group, hosts.getFirst().name());
            return;
        }
        long hash = ProbeSequence.hash(former(group));
        List<HostCapacity> order = new ArrayList<>(hosts);
        Comparator<HostCapacity> weight = Comparator.comparingLong(
                (HostCapacity h) -> Long.MIN_VALUE ^ ProbeSequence.weight(hash, hashes.get(h.name())));
        order.sort(Comparator.comparingInt((HostCapacity h) -> restrictions.crowd(h.name(), group))
                .thenComparing(weight.reversed())
                .thenComparing(HostCapacity::name));
        HostCapacity needed = sum(group);
        List<String> reasons = new ArrayList<>();
        boolean restricted = false;
        for (HostCapacity host : order) {
            List<String> lacks = new ArrayList<>(restrictions.refusals(host.name(), group, places));
            restricted |= !lacks.isEmpty();
            // A check reports a single host that is too small, with the largest requests.
            lacks.addAll(hosts.size() == 1 ? List.of() : lacks(host, needed, group));
            if (lacks.isEmpty()) {
                settle(group, host.name());
                return;
            }
            reasons.add(host.name() + " " + String.join(", ", lacks));
        }
        reports.full(group, reasons, restricted);
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

    private void settle(List<PlacementRequest> group, String host) {
        used.merge(host, sum(group), HostCapacity::plus);
        restrictions.settle(host, group);
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
}
