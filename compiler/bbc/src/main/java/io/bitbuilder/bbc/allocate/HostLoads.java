package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.PlacementRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Capacity, ports and neighbours that the groups with a host use on it; the last group may be removed again. */
final class HostLoads {
    private final List<HostCapacity> hosts;
    private final HostRestrictions restrictions;
    private final Map<String, HostCapacity> used = new HashMap<>();
    private final Map<String, Set<PlacementRequest.HostPort>> ports = new HashMap<>();
    private final SortedMap<BlockPath, String> places = new TreeMap<>();

    HostLoads(List<HostCapacity> hosts, HostRestrictions restrictions) {
        this.hosts = hosts;
        this.restrictions = restrictions;
        for (HostCapacity host : hosts) {
            used.put(host.name(), HostCapacity.none(host.name()));
            ports.put(host.name(), new HashSet<>());
        }
    }

    /** Reasons against a host, and whether one of them is a restriction, not the host's capacity. */
    record Lacks(List<String> reasons, boolean restricted) {}

    boolean has(String host) {
        return used.containsKey(host);
    }

    /** Returns the hosts by workload. */
    SortedMap<BlockPath, String> places() {
        return Collections.unmodifiableSortedMap(places);
    }

    /** Returns what a host lacks for a group beside those that it has. */
    Lacks lacks(HostCapacity host, List<PlacementRequest> group) {
        List<String> lacks = new ArrayList<>(restrictions.refusals(host.name(), group, places));
        boolean restricted = !lacks.isEmpty();
        // A check reports a single host that is too small, with the largest requests.
        if (hosts.size() > 1) {
            lacks.addAll(host.lacks(used.get(host.name()), sum(group)));
            group.stream().flatMap(d -> host.refusal(d).stream()).distinct().forEach(lacks::add);
            SortedSet<String> taken = new TreeSet<>();
            group.forEach(d -> d.ports().stream()
                    .filter(ports.get(host.name())::contains)
                    .forEach(p -> taken.add(p.proto().name().toLowerCase(Locale.ROOT) + " " + p.number())));
            taken.forEach(p -> lacks.add("already publishes " + p));
        }
        return new Lacks(lacks, restricted);
    }

    /** Gives a group a host, and returns the amount that the host had in use. */
    HostCapacity settle(List<PlacementRequest> group, String host) {
        HostCapacity before = used.getOrDefault(host, HostCapacity.none(host));
        used.put(host, before.plus(sum(group)));
        restrictions.settle(host, group);
        for (PlacementRequest request : group) {
            places.put(request.path(), request.place().orElse(host));
            ports.computeIfAbsent(host, h -> new HashSet<>()).addAll(request.ports());
        }
        return before;
    }

    /** Takes the host from the group that got it last, which lacked nothing there. */
    void remove(List<PlacementRequest> group, HostCapacity before) {
        used.put(before.name(), before);
        restrictions.remove(before.name(), group);
        for (PlacementRequest request : group) {
            places.remove(request.path());
            ports.get(before.name()).removeAll(request.ports());
        }
    }

    /** Names a host for a group that has none, which uses nothing of it. */
    void standIn(List<PlacementRequest> group, String host) {
        group.forEach(request -> places.put(request.path(), host));
    }

    /** Returns the requests of a group together. */
    static HostCapacity sum(List<PlacementRequest> group) {
        HostCapacity capacity = HostCapacity.none("");
        for (PlacementRequest request : group) {
            capacity = capacity.plus(request);
        }
        return capacity;
    }
}
