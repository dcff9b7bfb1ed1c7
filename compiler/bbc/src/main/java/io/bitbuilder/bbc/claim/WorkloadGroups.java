package io.bitbuilder.bbc.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups of workloads that networks connect, directly or through others: they run on one host, as a bridge cannot span
 * hosts.
 */
public final class WorkloadGroups {
    private final List<PlacementRequest> requests;
    private final int[] parents;

    private WorkloadGroups(List<PlacementRequest> requests) {
        this.requests = requests;
        this.parents = new int[requests.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
    }

    /** Returns the groups in the order of their first members; members keep their order. */
    public static List<List<PlacementRequest>> of(List<PlacementRequest> requests) {
        return new WorkloadGroups(requests).joined();
    }

    private List<List<PlacementRequest>> joined() {
        Map<BlockPath, Integer> firstOf = new HashMap<>();
        for (int i = 0; i < parents.length; i++) {
            for (BlockPath network : requests.get(i).networks()) {
                Integer first = firstOf.putIfAbsent(network, i);
                if (first != null) {
                    union(first, i);
                }
            }
        }
        Map<Integer, List<PlacementRequest>> groups = new TreeMap<>();
        for (int i = 0; i < parents.length; i++) {
            groups.computeIfAbsent(root(i), r -> new ArrayList<>()).add(requests.get(i));
        }
        return List.copyOf(groups.values());
    }

    private void union(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private int root(int i) {
        int at = i;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
