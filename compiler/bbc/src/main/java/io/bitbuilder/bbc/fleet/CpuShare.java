package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.Cpu;
import java.util.Optional;
import java.util.Set;

/** CPU settings of a workload: time, weight under contention in one of two scales, processors. */
public record CpuShare(Cpu cores, Optional<Long> weight, Optional<Long> shares, Set<Long> pin) {}
