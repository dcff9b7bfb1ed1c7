package io.bitbuilder.bbc.show;

import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Tenants and hosts with the number of their blocks. */
final class Overview {
    /**
     * A count of a tenant or of a host's workloads.
     *
     * @param name title of the column, and member of the JSON
     */
    private record Count<T>(String name, ToLongFunction<T> of) {}

    private static final List<Count<Tenant>> OF_TENANTS = List.of(
            new Count<>("containers", t -> t.containers().size()),
            new Count<>("machines", t -> t.machines().size()),
            new Count<>("networks", t -> t.networks().size()),
            new Count<>(
                    "volumes",
                    t -> t.workloads().mapToLong(w -> w.volume().size()).sum()),
            new Count<>(
                    "ports",
                    t -> t.workloads().mapToLong(w -> w.publish().size()).sum()),
            new Count<>("offers", t -> t.expose().size()),
            new Count<>("consumes", t -> t.consume().size()));

    private Overview() {}

    /** Returns two tables. */
    static String text(Compilation compilation) {
        Optional<Fleet> fleet = compilation.fleet();
        List<List<String>> tenants = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("tenant"));
        OF_TENANTS.forEach(count -> head.add(count.name()));
        tenants.add(head);
        compilation.tenants().forEach(tenant -> {
            List<String> row = new ArrayList<>(List.of(tenant.name()));
            OF_TENANTS.forEach(count -> row.add(Long.toString(count.of().applyAsLong(tenant))));
            tenants.add(row);
        });
        List<List<String>> hosts = new ArrayList<>();
        hosts.add(List.of("host", "workloads", "address"));
        fleet.ifPresent(all -> all.platform()
                .hosts()
                .forEach(host -> hosts.add(List.of(
                        host.name(),
                        Long.toString(placed(all, host)),
                        host.address().toString()))));
        return AlignedRows.of(tenants) + "\n" + AlignedRows.of(hosts);
    }

    /** Returns the same as JSON. */
    static Json json(Compilation compilation) {
        List<Json> tenants = new ArrayList<>();
        compilation.tenants().forEach(tenant -> {
            Json.Builder row = Json.object();
            OF_TENANTS.stream()
                    .sorted(Comparator.comparing(Count::name))
                    .forEach(count -> row.put(count.name(), count.of().applyAsLong(tenant)));
            tenants.add(row.put("tenant", tenant.name()).build());
        });
        List<Json> hosts = compilation.fleet().stream()
                .flatMap(all -> all.platform().hosts().stream()
                        .<Json>map(host -> Json.object()
                                .put("address", host.address().toString())
                                .put("host", host.name())
                                .put("workloads", placed(all, host))
                                .build()))
                .toList();
        return Json.object().put("hosts", hosts).put("tenants", tenants).build();
    }

    private static long placed(Fleet fleet, Host host) {
        return fleet.tenants().stream()
                .flatMap(Tenant::workloads)
                .map(Workload::place)
                .filter(host.name()::equals)
                .count();
    }
}
