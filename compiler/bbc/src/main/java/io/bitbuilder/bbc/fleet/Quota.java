package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.Cpu;
import io.bitbuilder.core.scalar.Size;
import java.util.Optional;

/** Limits on the sum of a tenant's workloads; absent resources are not limited here. */
public record Quota(Optional<Cpu> cpu, Optional<Size> memory, Optional<Size> storage, Optional<Long> tasks) {}
