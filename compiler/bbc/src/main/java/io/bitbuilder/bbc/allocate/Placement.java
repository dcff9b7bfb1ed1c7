package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Claims;
import io.bitbuilder.bbc.claim.PlacementRequest;
import io.bitbuilder.bbc.claim.WorkloadGroups;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Assigns every workload a host. A group that networks connect goes to one host: to that of a pinned member, else to
 * that of a locked member, else to the first host in rendezvous order that has room and the ports free; hosts of
 * networks that it is joined with come first, those of its peers before the others. If so a group has no host, those
 * with the fewest hosts choose first, and groups may make way for each other.
 */
final class Placement {
    private final List<HostCapacity> hosts;
    private final Locks locks;
    private final Map<String, Long> hashes = new HashMap<>();

    /** One workload of each peer of a network, since its host is that of all. */
    private final Map<BlockPath, List<BlockPath>> peers = new HashMap<>();

    /** The same of all networks that are joined with it, also through others: sorted. */
    private final Map<BlockPath, List<BlockPath>> joined = new HashMap<>();

    private final HostLoads loads;
    private final List<List<PlacementRequest>> refused = new ArrayList<>();
    private final Set<ClaimPath> failed = new HashSet<>();
    private final HostRestrictions restrictions;
    private final PlacementFindings reports;

    private Placement(
            Claims claims, Inventory inventory, HostRestrictions restrictions, Locks locks, Findings findings) {
        Map<BlockPath, BlockPath> members = new HashMap<>();
        claims.requests().forEach(r -> r.networks().forEach(n -> members.putIfAbsent(n, r.path())));
        for (SortedSet<BlockPath> networks : claims.joined()) {
            List<BlockPath> workloads = networks.stream()
                    .map(members::get)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
            networks.forEach(network -> joined.put(network, workloads));
        }
        claims.peers()
                .forEach((network, others) -> peers.put(
                        network,
                        others.stream()
                                .map(members::get)
                                .filter(Objects::nonNull)
                                .toList()));
        this.hosts = inventory.hosts();
        this.restrictions = restrictions;
        this.loads = new HostLoads(hosts, restrictions);
        this.reports = new PlacementFindings(locks, findings);
        this.locks = locks;
        for (HostCapacity host : inventory.hosts()) {
            hashes.put(host.name(), ProbeSequence.hash(locks.renames().formerHost(host.name())));
        }
    }

    /** Hosts by workload, and the claims that failed and have a host as a stand-in. */
    record Placed(SortedMap<BlockPath, String> places, Set<ClaimPath> failed) {}

    /** Places all workloads; there is at least one host. */
    static Placed place(Claims claims, Inventory inventory, Locks locks, Findings findings) {
        HostRestrictions restrictions = new HostRestrictions(claims.requests(), inventory.labels());
        Placement placement = new Placement(claims, inventory, restrictions, locks, findings);
        List<List<PlacementRequest>> fixed = new ArrayList<>();
        List<List<PlacementRequest>> rest = new ArrayList<>();
        for (List<PlacementRequest> group : WorkloadGroups.of(claims.requests())) {
            placement.separable(group);
            Optional<String> host = placement.fixed(group);
            host.ifPresent(h -> placement.loads.settle(group, h));
            (host.isPresent() ? fixed : rest).add(group);
        }
        fixed.forEach(placement::require);
        placement.chooseAll(rest);
        placement.refused.forEach(group -> placement.loads.standIn(
                group, placement.preferred(group).getFirst().name()));
        return new Placed(placement.loads.places(), placement.failed);
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
                .filter(line -> !loads.has(line.grant().toString()))
                .forEach(reports::gone);
        lines.keySet().removeIf(host -> !loads.has(host));
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
            String host = loads.places().get(request.path());
            List<String> refused = new ArrayList<>(restrictions.missingLabels(host, List.of(request)));
            request.rules().apartFrom().stream()
                    .filter(other -> host.equals(loads.places().get(other)) && !failed.contains(request.claim()))
                    .forEach(other -> refused.add("runs " + other.dotted()));
            if (!refused.isEmpty()) {
                reports.refused(request, host, refused);
                failed.add(request.claim());
            }
        }
    }

    /** Chooses hosts in order of names, and searches for others only if a group then has none. */
    private void chooseAll(List<List<PlacementRequest>> groups) {
        List<List<PlacementRequest>> open = new ArrayList<>();
        for (List<PlacementRequest> group : groups) {
            if (group.stream().anyMatch(request -> failed.contains(request.claim()))) {
                group.forEach(d -> failed.add(d.claim()));
                loads.settle(group, hosts.getFirst().name());
            } else {
                open.add(group);
            }
        }
        PlacementSearch search = new PlacementSearch(loads, this::preferred);
        if (search.place(open, 0) == PlacementSearch.Outcome.FOUND) {
            return;
        }
        Map<List<PlacementRequest>, Long> fitting = new IdentityHashMap<>();
        open.forEach(group -> fitting.put(
                group, hosts.stream().filter(host -> fits(host, group)).count()));
        List<List<PlacementRequest>> possible = open.stream()
                .filter(group -> fitting.get(group) > 0)
                .sorted(Comparator.comparingLong((List<PlacementRequest> group) -> fitting.get(group))
                        .thenComparing(restrictions::neighbours, Comparator.reverseOrder())
                        .thenComparing(group -> HostLoads.sum(group).memory(), Comparator.reverseOrder())
                        .thenComparing(this::former))
                .toList();
        open.stream()
                .filter(group -> fitting.get(group) == 0)
                .forEach(group -> refuse(group, PlacementFindings.Extent.ALONE));
        switch (search.place(possible, PlacementSearch.MOST_CONSIDERED)) {
            case FOUND -> {
                // All of them have a host.
            }
            case NONE -> possible.forEach(group -> choose(group, PlacementFindings.Extent.LEFT));
            case ENDED -> possible.forEach(group -> choose(group, PlacementFindings.Extent.ENDED));
        }
    }

    private boolean fits(HostCapacity host, List<PlacementRequest> group) {
        return loads.lacks(host, group).reasons().isEmpty();
    }

    /** Returns hosts of workloads by networks of a group: the first ones of each network, at most so many. */
    private Set<String> hosts(List<PlacementRequest> group, Map<BlockPath, List<BlockPath>> workloads, long most) {
        return group.stream()
                .flatMap(request -> request.networks().stream())
                .map(workloads::get)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(some -> some.stream()
                        .map(loads.places()::get)
                        .filter(Objects::nonNull)
                        .limit(most))
                .collect(Collectors.toSet());
    }

    /**
     * Returns all hosts; first those with the fewest groups that this one is spread among, then those of its peers,
     * then those of networks that it is joined with through others.
     */
    private List<HostCapacity> preferred(List<PlacementRequest> group) {
        long hash = ProbeSequence.hash(former(group));
        List<HostCapacity> order = new ArrayList<>(hosts);
        Comparator<HostCapacity> weight = Comparator.comparingLong(
                (HostCapacity h) -> Long.MIN_VALUE ^ ProbeSequence.weight(hash, hashes.get(h.name())));
        Set<String> near = hosts(group, peers, Long.MAX_VALUE);
        Set<String> far = hosts(group, joined, 1);
        order.sort(Comparator.comparingInt((HostCapacity h) -> restrictions.crowd(h.name(), group))
                .thenComparing(h -> !near.contains(h.name()))
                .thenComparing(h -> !far.contains(h.name()))
                .thenComparing(weight.reversed())
                .thenComparing(HostCapacity::name));
        return order;
    }

    /** Chooses the first host that lacks nothing, and reports a group that has none. */
    private void choose(List<PlacementRequest> group, PlacementFindings.Extent extent) {
        preferred(group).stream()
                .filter(host -> fits(host, group))
                .findFirst()
                .ifPresentOrElse(host -> loads.settle(group, host.name()), () -> refuse(group, extent));
    }

    private void refuse(List<PlacementRequest> group, PlacementFindings.Extent extent) {
        List<String> reasons = new ArrayList<>();
        boolean restricted = false;
        for (HostCapacity host : hosts) {
            HostLoads.Lacks lacks = loads.lacks(host, group);
            restricted |= lacks.restricted();
            reasons.add(host.name() + " " + String.join(", ", lacks.reasons()));
        }
        reports.full(group, reasons, restricted, extent);
        group.forEach(d -> failed.add(d.claim()));
        refused.add(group);
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
}
