package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.Size;
import java.util.Optional;

/** Memory limits of a workload. */
public record MemoryLimits(Size limit, Optional<Size> high) {}
