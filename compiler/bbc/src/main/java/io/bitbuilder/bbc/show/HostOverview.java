package io.bitbuilder.bbc.show;

import io.bitbuilder.bbc.check.kit.ResourceAmount;
import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.bbc.fleet.Machine;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.json.Json;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Hosts with the workloads that are placed on them, and the sums of their requests beside the capacity. */
final class HostOverview {
    private static final List<ResourceAmount> AMOUNTS =
            List.of(ResourceAmount.CPU, ResourceAmount.MEMORY, ResourceAmount.STORAGE);

    /** Workload with its name in messages. */
    private record Placed(String name, Workload workload) {
        BigInteger amount(ResourceAmount amount) {
            return amount.of(workload);
        }

        String kind() {
            return workload instanceof Machine ? "machine" : "container";
        }
    }

    private record Load(Host host, List<Placed> placed) {
        BigInteger sum(ResourceAmount amount) {
            return placed.stream().map(p -> p.amount(amount)).reduce(BigInteger.ZERO, BigInteger::add);
        }

        /** Returns the capacity for requests: that of the host times its overcommit. */
        BigInteger most(ResourceAmount amount) {
            Host.Overcommit share = host.overcommit();
            return BigInteger.valueOf(
                    switch (amount) {
                        case CPU -> share.cpu().of(host.cpu().millis());
                        case MEMORY -> share.memory().of(host.memory().bytes());
                        case STORAGE -> share.storage().of(host.storage().bytes());
                        case TASKS -> Long.MAX_VALUE;
                    });
        }
    }

    private HostOverview() {}

    private static List<Load> of(Compilation compilation) {
        SortedMap<String, List<Placed>> byHost = new TreeMap<>();
        for (Tenant tenant : compilation.tenants()) {
            tenant.workloads()
                    .filter(workload -> !compilation.grants().failed().contains(place(tenant, workload)))
                    .forEach(workload -> byHost.computeIfAbsent(workload.place(), host -> new ArrayList<>())
                            .add(new Placed(tenant.name() + "." + workload.name(), workload)));
        }
        return compilation.fleet().stream()
                .flatMap(fleet -> fleet.platform().hosts().stream())
                .map(host -> new Load(host, byHost.getOrDefault(host.name(), List.of())))
                .toList();
    }

    private static ClaimPath place(Tenant tenant, Workload workload) {
        return ClaimPath.of(new BlockPath(tenant.name(), workload.name()), ClaimField.PLACE);
    }

    /** Returns a table. */
    static String text(Compilation compilation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("host", "cpu", "memory", "storage"));
        for (Load load : of(compilation)) {
            rows.add(row(
                    load.host().name(),
                    amount -> amount.text(load.sum(amount)) + " of " + amount.text(load.most(amount))));
            load.placed()
                    .forEach(placed -> rows.add(row(
                            "  " + placed.name() + " (" + placed.kind() + ")",
                            amount -> amount.text(placed.amount(amount)))));
        }
        return AlignedRows.of(rows);
    }

    private static List<String> row(String name, Function<ResourceAmount, String> cell) {
        List<String> row = new ArrayList<>(List.of(name));
        AMOUNTS.forEach(amount -> row.add(cell.apply(amount)));
        return row;
    }

    /** Returns the same as JSON; numbers are thousandths of a core and bytes. */
    static Json json(Compilation compilation) {
        return new Json.Elements(of(compilation).stream()
                .<Json>map(load -> Json.object()
                        .put("capacity", amounts(load::most))
                        .put("host", load.host().name())
                        .put("requested", amounts(load::sum))
                        .put(
                                "workloads",
                                load.placed().stream()
                                        .map(placed -> Json.object()
                                                .put("kind", placed.kind())
                                                .put("path", placed.name())
                                                .put("requested", amounts(placed::amount))
                                                .build())
                                        .toList())
                        .build())
                .toList());
    }

    private static Json amounts(Function<ResourceAmount, BigInteger> of) {
        Json.Builder amounts = Json.object();
        AMOUNTS.forEach(amount -> amounts.put(
                amount.field(),
                of.apply(amount).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue()));
        return amounts.build();
    }
}
