package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.net.Subnet4;
import io.bitbuilder.core.net.Subnet6;
import io.bitbuilder.core.scalar.IntRange;
import java.util.Optional;

/** Pool that {@code auto} draws from; the name determines its contents. */
public record Pool(
        String name,
        Optional<Subnet4> from,
        Optional<Subnet6> from6,
        Optional<Long> prefix,
        Optional<IntRange> range,
        Origins at) {}
