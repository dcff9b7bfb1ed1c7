package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.PlacementRequest;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Amount of host resources: the capacity of one host, or the requests of workloads together.
 *
 * @param cpu thousandths of a core
 * @param memory bytes
 * @param storage bytes
 * @param architecture of the host; empty for a host of undeclared architecture
 */
record HostCapacity(String name, long cpu, long memory, long storage, String architecture) {
    /** Returns no resources. */
    static HostCapacity none(String name) {
        return new HostCapacity(name, 0, 0, 0, "");
    }

    /** Returns unlimited room, for a host of undeclared size. */
    static HostCapacity unlimited(String name) {
        return new HostCapacity(name, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, "");
    }

    /** Returns the sum, saturated at the largest number. */
    HostCapacity plus(PlacementRequest request) {
        return new HostCapacity(
                name,
                sum(cpu, request.cpu()),
                sum(memory, request.memory()),
                sum(storage, request.storage()),
                architecture);
    }

    /** Returns the sum, saturated at the largest number. */
    HostCapacity plus(HostCapacity other) {
        return new HostCapacity(
                name, sum(cpu, other.cpu), sum(memory, other.memory), sum(storage, other.storage), architecture);
    }

    /** Returns a clause for each resource that is insufficient in addition to the used amount; empty when it fits. */
    List<String> lacks(HostCapacity used, HostCapacity needed) {
        List<String> lacks = new ArrayList<>();
        if (sum(used.cpu, needed.cpu) > cpu) {
            lacks.add("has " + cores(cpu - used.cpu) + " of the " + cores(needed.cpu) + " cores");
        }
        if (sum(used.memory, needed.memory) > memory) {
            lacks.add("has " + bytes(memory - used.memory) + " of the " + bytes(needed.memory) + " of memory");
        }
        if (sum(used.storage, needed.storage) > storage) {
            lacks.add("has " + bytes(storage - used.storage) + " of the " + bytes(needed.storage) + " of storage");
        }
        return lacks;
    }

    /** Returns a clause if the host does not run the programs of a workload's image. */
    Optional<String> refusal(PlacementRequest request) {
        return request.architecture()
                .filter(wanted -> !architecture.isEmpty() && !wanted.equals(architecture))
                .map(wanted -> "is " + architecture + ", not " + wanted);
    }

    private static String cores(long millis) {
        return millis <= 0 ? "0" : new Cpu(millis).toString();
    }

    private static String bytes(long bytes) {
        return new Size(Math.max(0, bytes)).toString();
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
