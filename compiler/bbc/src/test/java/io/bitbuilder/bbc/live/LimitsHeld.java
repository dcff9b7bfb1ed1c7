package io.bitbuilder.bbc.live;

import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Size;
import io.bitbuilder.systemd.oracle.HostTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * PID 1 holds the limits that the manifests promise, and so do the control groups where the kernel has the controller.
 * That the kernel enforces them can be shown only on a machine that has the controllers.
 */
record LimitsHeld(HostState state, Set<String> controllers, LiveLedger ledger) {
    private static final String SUBJECT = "limits";
    private static final Pattern SPAN = Pattern.compile("([0-9.]+)(min|s|ms|us)");
    private static final Map<String, Double> MICROS = Map.of("min", 60e6, "s", 1e6, "ms", 1e3, "us", 1.0);

    static LimitsHeld on(HostState state, LiveLedger ledger) {
        return new LimitsHeld(state, state.controllers(), ledger);
    }

    void check(HostTree tree) {
        for (JsonAnswer tenant : Manifests.tenants(tree)) {
            held(slice(tenant), ofSlice(tree, tenant));
            for (JsonAnswer workload : Manifests.workloads(tree, tenant).toList()) {
                held(workload.text("unit"), ofService(tree, workload));
                ledger.equal(
                        SUBJECT,
                        "slice of " + workload.text("unit"),
                        slice(tenant),
                        state.unit(workload.text("unit"), "Slice"));
            }
        }
    }

    static String slice(JsonAnswer tenant) {
        return "tenant-" + tenant.text("tenant").replace('-', '_') + ".slice";
    }

    private void held(String unit, SortedMap<String, Long> wanted) {
        SortedMap<String, String> loaded =
                state.units(List.of(unit), wanted.keySet()).get(unit);
        SortedMap<String, Long> seen = new TreeMap<>();
        wanted.keySet()
                .forEach(key -> seen.put(
                        key, key.equals("CPUQuotaPerSecUSec") ? micros(loaded.get(key)) : number(loaded.get(key))));
        ledger.equal(SUBJECT, unit + " as PID 1 has it", wanted, seen);
        for (Map.Entry<String, Long> limit : wanted.entrySet()) {
            file(limit.getKey())
                    .filter(name -> controllers.contains(name.substring(0, name.indexOf('.'))))
                    .ifPresent(name -> ledger.equal(
                            SUBJECT,
                            limit.getKey() + " in the cgroup of " + unit,
                            Optional.of(limit.getValue().toString()),
                            state.cgroup(unit, name)));
        }
    }

    /** A limit that the quota does not name is the sum of the workloads. */
    private static SortedMap<String, Long> ofSlice(HostTree tree, JsonAnswer tenant) {
        List<JsonAnswer> workloads = Manifests.workloads(tree, tenant).toList();
        SortedMap<String, Long> limits = new TreeMap<>();
        limits.put("CPUQuotaPerSecUSec", quota(tenant, "cpu", workloads, LimitsHeld::cpu));
        limits.put("MemoryMax", quota(tenant, "memory", workloads, LimitsHeld::bytes));
        if (!tenant.text("quota", "tasks").isEmpty()) {
            limits.put("TasksMax", Long.valueOf(tenant.text("quota", "tasks")));
        }
        return limits;
    }

    private static long quota(
            JsonAnswer tenant, String part, List<JsonAnswer> workloads, Function<String, Long> parse) {
        String own = tenant.text("quota", part);
        return own.isEmpty()
                ? workloads.stream()
                        .mapToLong(workload -> parse.apply(workload.text(part)))
                        .sum()
                : parse.apply(own);
    }

    /** The manifest's promise, and what else the compiler wrote about that service. */
    private static SortedMap<String, Long> ofService(HostTree tree, JsonAnswer workload) {
        String file = "systemd/system/" + workload.text("unit") + ".d/55-limits.conf";
        SortedMap<String, Long> limits = new TreeMap<>();
        for (String key : List.of("MemoryHigh", "MemorySwapMax", "TasksMax", "CPUWeight")) {
            tree.values(file, key).stream()
                    .findFirst()
                    .ifPresent(value ->
                            limits.put(key, value(Size.parseSystemd(value)).bytes()));
        }
        limits.put("CPUQuotaPerSecUSec", cpu(workload.text("cpu")));
        limits.put("MemoryMax", bytes(workload.text("memory")));
        return limits;
    }

    private static Optional<String> file(String property) {
        return switch (property) {
            case "MemoryMax" -> Optional.of("memory.max");
            case "MemoryHigh" -> Optional.of("memory.high");
            case "MemorySwapMax" -> Optional.of("memory.swap.max");
            case "TasksMax" -> Optional.of("pids.max");
            case "CPUWeight" -> Optional.of("cpu.weight");
            default -> Optional.empty();
        };
    }

    /** Microseconds of processor time a second. */
    private static long cpu(String text) {
        return value(Cpu.parse(text)).millis() * 1000;
    }

    private static long bytes(String text) {
        return value(Size.parse(text)).bytes();
    }

    private static <T> T value(Parsed<T> parsed) {
        return parsed.toOptional().orElseThrow(() -> new AssertionError("no value: " + parsed));
    }

    /** A number as PID 1 shows it; "infinity" means unlimited. */
    private static long number(String text) {
        return text.equals("infinity") || text.startsWith("[") ? Long.MAX_VALUE : Long.parseLong(text);
    }

    private static long micros(String span) {
        return Math.round(SPAN.matcher(span)
                .results()
                .mapToDouble(LimitsHeld::part)
                .reduce(Double::sum)
                .orElse(Double.MAX_VALUE));
    }

    private static double part(MatchResult part) {
        return Double.parseDouble(part.group(1)) * MICROS.get(part.group(2));
    }
}
