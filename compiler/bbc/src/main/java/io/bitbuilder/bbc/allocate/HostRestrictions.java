package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.PlacementRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Restrictions of workloads on their hosts: labels that a host must have, workloads that must be elsewhere, and the
 * spread of a tenant's groups over the values of a label.
 */
final class HostRestrictions {
    private final Map<String, Map<String, String>> labels;
    private final Map<BlockPath, Set<BlockPath>> apart = new HashMap<>();
    private final Map<Crowd, Integer> crowds = new HashMap<>();

    /** Groups of a tenant that are spread by one label, on the hosts with one value of it. */
    private record Crowd(String tenant, String label, String value) {}

    HostRestrictions(List<PlacementRequest> requests, Map<String, Map<String, String>> labels) {
        this.labels = labels;
        for (PlacementRequest request : requests) {
            for (BlockPath other : request.rules().apartFrom()) {
                apart.computeIfAbsent(request.path(), p -> new HashSet<>()).add(other);
                apart.computeIfAbsent(other, p -> new HashSet<>()).add(request.path());
            }
        }
    }

    /** Returns a clause for each label that a group needs and a host does not have. */
    List<String> missingLabels(String host, List<PlacementRequest> group) {
        Map<String, String> has = labels.getOrDefault(host, Map.of());
        Set<String> missing = new TreeSet<>();
        group.forEach(request -> request.rules().on().forEach((label, wanted) -> {
            String value = has.get(label);
            if (value == null) {
                missing.add("has no label " + label);
            } else if (!value.equals(wanted)) {
                missing.add("has " + label + " = " + value + ", not " + wanted);
            }
        }));
        return List.copyOf(missing);
    }

    /** Returns a clause for each workload on a host that a group must be apart from, whichever of them says so. */
    List<String> neighbours(String host, List<PlacementRequest> group, Map<BlockPath, String> places) {
        Set<String> found = new TreeSet<>();
        for (PlacementRequest request : group) {
            for (BlockPath other : apart.getOrDefault(request.path(), Set.of())) {
                if (host.equals(places.get(other))) {
                    found.add("runs " + other.dotted());
                }
            }
        }
        return List.copyOf(found);
    }

    /** Returns a workload that another one of its own group must be apart from. */
    static Optional<BlockPath> inseparable(PlacementRequest request, Set<BlockPath> group) {
        return request.rules().apartFrom().stream().filter(group::contains).findFirst();
    }

    /** Returns how many groups a host's values already have of those that a group is spread among. */
    int crowd(String host, List<PlacementRequest> group) {
        return crowds(host, group).stream()
                .mapToInt(crowd -> crowds.getOrDefault(crowd, 0))
                .sum();
    }

    /** Returns how many workloads a group must be apart from. */
    int neighbours(List<PlacementRequest> group) {
        return group.stream()
                .mapToInt(
                        request -> apart.getOrDefault(request.path(), Set.of()).size())
                .sum();
    }

    /** Counts a group on its host. */
    void settle(String host, List<PlacementRequest> group) {
        crowds(host, group).forEach(crowd -> crowds.merge(crowd, 1, Integer::sum));
    }

    /** Counts a group on that host no longer. */
    void remove(String host, List<PlacementRequest> group) {
        crowds(host, group).forEach(crowd -> crowds.merge(crowd, -1, Integer::sum));
    }

    /** A host without the label is a value of its own. */
    private Set<Crowd> crowds(String host, List<PlacementRequest> group) {
        Set<Crowd> all = new HashSet<>();
        for (PlacementRequest request : group) {
            request.rules().spread().ifPresent(label -> {
                String value = labels.getOrDefault(host, Map.of()).getOrDefault(label, "host " + host);
                all.add(new Crowd(request.path().tenant(), label, value));
            });
        }
        return all;
    }

    /** Returns everything about a host that a group refuses. */
    List<String> refusals(String host, List<PlacementRequest> group, Map<BlockPath, String> places) {
        List<String> all = new ArrayList<>(missingLabels(host, group));
        all.addAll(neighbours(host, group, places));
        return all;
    }
}
