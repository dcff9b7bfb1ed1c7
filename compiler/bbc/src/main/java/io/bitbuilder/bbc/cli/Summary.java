package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Summary of a compilation in a few lines: each host with its tenants. */
final class Summary {
    private static final int NAMED = 6;

    private Summary() {}

    static List<String> of(Compilation compilation) {
        Fleet fleet = compilation.fleet().orElseThrow();
        SortedMap<String, SortedMap<String, Integer>> placed = new TreeMap<>();
        for (Host host : fleet.platform().hosts()) {
            placed.put(host.name(), new TreeMap<>());
        }
        int workloads = 0;
        for (Tenant tenant : fleet.tenants()) {
            for (Workload workload : tenant.workloads().toList()) {
                placed.get(workload.place()).merge(tenant.name(), 1, Integer::sum);
                workloads++;
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(count(fleet.tenants().size(), "tenant") + ", " + count(workloads, "workload") + ", "
                + count(placed.size(), "host") + ", "
                + count(compilation.tree().map(t -> t.files().size()).orElse(0), "file"));
        placed.forEach((host, tenants) -> lines.add("  " + host + ": " + names(tenants)));
        return lines.size() > 24 ? lines.subList(0, 1) : lines;
    }

    private static String names(SortedMap<String, Integer> tenants) {
        if (tenants.isEmpty()) {
            return "empty";
        }
        String first = tenants.entrySet().stream()
                .limit(NAMED)
                .map(e -> e.getKey() + " (" + e.getValue() + ")")
                .collect(Collectors.joining(", "));
        return tenants.size() > NAMED ? first + " and " + (tenants.size() - NAMED) + " more" : first;
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
