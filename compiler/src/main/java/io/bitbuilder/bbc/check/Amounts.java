package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.fleet.Quota;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.value.Cpu;
import io.bitbuilder.bbc.value.Size;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What is counted against quotas and hosts. Swap is not: MemoryMax= of a slice does not count it either
 * (systemd.resource-control(5)).
 */
enum Amounts {
    /** CPU time in thousandths of a core. */
    CPU("cpu", " cores", "cpu.cores"),
    /** Limits of memory in bytes. */
    MEMORY("memory", " of memory", "memory.limit"),
    /** Roots that have a size, and volumes, in bytes. */
    STORAGE("storage", " of storage", "root.size"),
    /** Tasks, of workloads that limit them; what does not say is bounded by the slice. */
    TASKS("tasks", " tasks", "tasks");

    private final String field;
    private final String unit;
    private final String asked;

    Amounts(String field, String unit, String asked) {
        this.field = field;
        this.unit = unit;
        this.asked = asked;
    }

    /** The field of quotas and hosts. */
    String field() {
        return field;
    }

    /** The field of a workload that asks for it. */
    String asked() {
        return asked;
    }

    /** What a workload asks for. */
    BigInteger of(Workload workload) {
        return BigInteger.valueOf(switch (this) {
            case CPU -> workload.cpu().cores().millis();
            case MEMORY -> workload.memory().limit().bytes();
            case STORAGE -> workload.root().size().map(Size::bytes).orElse(0L);
            case TASKS -> workload.tasks().orElse(0L);
        }).add(this == STORAGE ? volumes(workload) : BigInteger.ZERO);
    }

    private static BigInteger volumes(Workload workload) {
        return workload.volume().stream()
                .map(v -> BigInteger.valueOf(v.size().bytes()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** What a quota allows. */
    Optional<BigInteger> of(Quota quota) {
        Optional<Long> most = switch (this) {
            case CPU -> quota.cpu().map(Cpu::millis);
            case MEMORY -> quota.memory().map(Size::bytes);
            case STORAGE -> quota.storage().map(Size::bytes);
            case TASKS -> quota.tasks();
        };
        return most.map(BigInteger::valueOf);
    }

    /** The amount with what it is of: {@code 2.5 cores}, {@code 1GiB of memory}. */
    String phrase(BigInteger amount) {
        return text(amount) + unit;
    }

    /** The amount as the language writes it. */
    String text(BigInteger amount) {
        long n = amount.bitLength() < Long.SIZE ? amount.longValue() : Long.MAX_VALUE;
        return switch (this) {
            case CPU -> n <= 0 ? "0" : new Cpu(n).toString();
            case MEMORY, STORAGE -> new Size(Math.max(0, n)).toString();
            case TASKS -> Long.toString(n);
        };
    }
}
