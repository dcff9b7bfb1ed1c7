package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.Size;
import java.util.Optional;

/** Bytes a second that a workload may read from and write to the file system of the tenants' images. */
public record IoLimits(Optional<Size> read, Optional<Size> write) {}
