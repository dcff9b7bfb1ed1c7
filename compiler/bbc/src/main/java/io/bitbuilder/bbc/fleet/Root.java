package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.Size;
import java.util.Optional;

/** Root file system of a workload: persistent if it has a size. */
public record Root(Optional<Size> size) {}
