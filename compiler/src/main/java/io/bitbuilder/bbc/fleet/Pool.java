package io.bitbuilder.bbc.fleet;

import io.bitbuilder.bbc.value.IntRange;
import io.bitbuilder.bbc.value.Subnet4;
import io.bitbuilder.bbc.value.Subnet6;
import java.util.Optional;

/** Pool that {@code auto} draws from; the name determines its contents. */
public record Pool(
        String name, Optional<Subnet4> from, Optional<Subnet6> from6, Optional<Long> prefix, Optional<IntRange> range, Origins at) {}
