package io.bitbuilder.bbc.imports;

import io.bitbuilder.bbc.format.ProgramBlock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/** Tenant that is being made: networks and containers by their names in the source. */
final class TenantDraft extends Draft {
    /** Network of workloads whose source names none. */
    static final String DEFAULT_NETWORK = "lan";

    private static final int LONGEST = 40;

    private final SequencedMap<String, Draft> networks = new LinkedHashMap<>();
    private final SequencedMap<String, WorkloadDraft> workloads = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, WorkloadDraft> volumes = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> declared = new TreeSet<>();

    TenantDraft(String name) {
        super(name);
    }

    /** Returns the network of a name in the source, which it adds if there is none. */
    Draft network(String source) {
        // Compose calls it so; an interface cannot have the name.
        String wanted = source.equals("default") ? DEFAULT_NETWORK : source;
        return networks.computeIfAbsent(wanted, s -> new Draft(name("network", s)));
    }

    /** Returns the container of a name in the source, which it adds if there is none. */
    WorkloadDraft workload(String source) {
        return workloads.computeIfAbsent(source, s -> new WorkloadDraft(name("container", s)));
    }

    /** Records a volume that the source declares apart from its users. */
    void declared(String volume) {
        declared.add(volume);
    }

    /** Adds a volume to a container. */
    boolean volume(WorkloadDraft workload, String source, String mount, boolean readOnly) {
        String name = name("volume", source);
        WorkloadDraft first = volumes.putIfAbsent(name, workload);
        if (first != null && first != workload) {
            workload.note(
                    "volume " + name + ": a volume belongs to one workload, so this one is another file system than "
                            + "that of " + first.name());
        }
        return workload.volume(name, mount, readOnly);
    }

    /** Writes the tenant. */
    ProgramBlock program() {
        ProgramBlock program = ProgramBlock.program();
        declared.stream()
                .filter(volume -> !volumes.containsKey(name("volume", volume)))
                .forEach(volume -> note("volume " + volume + ": no container mounts it"));
        workloads.values().stream()
                .filter(workload -> !workload.isConnected())
                .forEach(workload -> workload.attach(network(DEFAULT_NETWORK).name()));
        ProgramBlock tenant = program.block("tenant", name());
        write(tenant);
        networks.values().forEach(network -> network.write(tenant.block("network", network.name())));
        workloads.values().forEach(workload -> workload.write(tenant.block("container", workload.name())));
        return program;
    }

    /** Returns the name in the language: lower-case letters, digits and single inner {@code -}, unique for its kind. */
    private String name(String kind, String source) {
        return names.computeIfAbsent(kind + " " + source, k -> {
            String name = plain(source);
            for (int i = 2; !used.add(kind + " " + name); i++) {
                name = plain(source) + "-" + i;
            }
            if (!name.equals(source)) {
                note("name: " + kind + " " + source + " is " + name + " here");
            }
            return name;
        });
    }

    private static String plain(String source) {
        String text =
                source.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+", "");
        String cut = text.substring(0, Math.min(LONGEST, text.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? "unnamed" : cut;
    }
}
