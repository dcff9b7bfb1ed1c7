package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.bbc.fleet.Quota;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.Size;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Resources that count against quotas and host capacity. Swap does not: MemoryMax= of a slice excludes it too
 * (systemd.resource-control(5)).
 */
public enum ResourceAmount {
    /** CPU time in thousandths of a core. */
    CPU("cpu", " cores", "cpu.cores"),
    /** Memory limits in bytes. */
    MEMORY("memory", " of memory", "memory.limit"),
    /** Roots and volumes, in bytes. */
    STORAGE("storage", " of storage", "root.size"),
    /** Tasks of workloads that limit them; the slice bounds the others. */
    TASKS("tasks", " tasks", "tasks");

    private final String field;
    private final String unit;
    private final String asked;

    ResourceAmount(String field, String unit, String asked) {
        this.field = field;
        this.unit = unit;
        this.asked = asked;
    }

    /** Returns the name of the field in quotas and hosts. */
    public String field() {
        return field;
    }

    /** Returns the field of a workload that requests it. */
    String requested() {
        return asked;
    }

    /** Returns the amount that a workload requests. */
    public BigInteger of(Workload workload) {
        return BigInteger.valueOf(
                        switch (this) {
                            case CPU -> workload.cpu().cores().millis();
                            case MEMORY -> workload.memory().limit().bytes();
                            case STORAGE -> workload.rootBytes();
                            case TASKS -> workload.tasks().orElse(0L);
                        })
                .add(this == STORAGE ? volumes(workload) : BigInteger.ZERO);
    }

    private static BigInteger volumes(Workload workload) {
        return workload.volume().stream()
                .map(v -> BigInteger.valueOf(v.size().bytes()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Returns the amount that a quota allows. */
    public Optional<BigInteger> of(Quota quota) {
        Optional<Long> most = switch (this) {
            case CPU -> quota.cpu().map(Cpu::millis);
            case MEMORY -> quota.memory().map(Size::bytes);
            case STORAGE -> quota.storage().map(Size::bytes);
            case TASKS -> quota.tasks();
        };
        return most.map(BigInteger::valueOf);
    }

    /** Returns an amount with its noun: {@code 2.5 cores}, {@code 1GiB of memory}. */
    public String phrase(BigInteger amount) {
        return text(amount) + unit;
    }

    /** Returns an amount in the notation of the language. */
    public String text(BigInteger amount) {
        long n = amount.bitLength() < Long.SIZE ? amount.longValue() : Long.MAX_VALUE;
        return switch (this) {
            case CPU -> n <= 0 ? "0" : new Cpu(n).toString();
            case MEMORY, STORAGE -> new Size(Math.max(0, n)).toString();
            case TASKS -> Long.toString(n);
        };
    }
}
