package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.bbc.fleet.Platform;
import io.bitbuilder.bbc.fleet.Pool;
import io.bitbuilder.core.net.Address4;
import io.bitbuilder.core.net.Subnet4;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a free range of the platform's pool, to suggest it in a fix. */
public final class FreeRanges {
    private final Optional<Subnet4> pool;
    private final List<Interval<Address4>> taken;
    private final Map<Integer, Optional<Subnet4>> found = new HashMap<>();

    public FreeRanges(Platform platform, List<Interval<Address4>> taken) {
        this.pool = platform.pools().stream()
                .filter(p -> p.name().equals("subnets4"))
                .findFirst()
                .flatMap(Pool::from);
        this.taken =
                taken.stream().sorted(Comparator.comparing(Interval::first)).toList();
    }

    /** Returns the first free range with the size of that one. */
    public Optional<Subnet4> like(Interval<Address4> wanted) {
        int prefix = Integer.numberOfLeadingZeros(
                wanted.first().bits() ^ wanted.last().bits());
        return found.computeIfAbsent(
                prefix, p -> pool.filter(from -> from.prefix() <= p).flatMap(from -> search(from, p)));
    }

    private Optional<Subnet4> search(Subnet4 from, int prefix) {
        long step = 1L << (32 - prefix);
        long candidate = unsigned(from.first());
        for (Interval<Address4> interval : taken) {
            if (unsigned(interval.first()) >= candidate + step) {
                break;
            }
            if (unsigned(interval.last()) >= candidate) {
                candidate = (unsigned(interval.last()) + step) / step * step;
            }
        }
        return candidate + step - 1 <= unsigned(from.last())
                ? Optional.of(new Subnet4(new Address4((int) candidate), prefix))
                : Optional.empty();
    }

    private static long unsigned(Address4 address) {
        return Integer.toUnsignedLong(address.bits());
    }
}
