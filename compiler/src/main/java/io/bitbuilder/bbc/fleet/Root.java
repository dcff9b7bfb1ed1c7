package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.value.Size;
import java.util.Optional;

/** Root of a workload: persistent when it has a size. */
public record Root(Optional<Size> size) {}
