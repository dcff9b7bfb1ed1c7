package io.bitbuilder.bbc.fleet;

import java.util.Optional;

/**
 * Name under which a host keeps the data of a workload: the names that its block had when the data was created. A
 * rename with {@code was} keeps it. Printed as {@code acme/db}, of a volume as {@code acme/db/data}.
 *
 * @param volume the volume; empty for the root of the workload
 */
public record DataName(String tenant, String workload, Optional<String> volume) {
    /** Returns the name of the data of a workload's root. */
    public static DataName ofRoot(String tenant, String workload) {
        return new DataName(tenant, workload, Optional.empty());
    }

    @Override
    public String toString() {
        return tenant + "/" + workload + volume.map(v -> "/" + v).orElse("");
    }
}
