package io.bitbuilder.core.net;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Subnets of both families without those inside another one, so no two overlap. A query costs O(log n). */
public final class SubnetSet {
    private static final Comparator<Subnet> ORDER = (a, b) -> switch (a) {
        case Subnet4 x -> b instanceof Subnet4 y ? x.compareTo(y) : -1;
        case Subnet6 x -> b instanceof Subnet6 y ? x.compareTo(y) : 1;
    };

    private final TreeSet<Subnet> outermost = new TreeSet<>(ORDER);

    private SubnetSet() {}

    /** Returns the set of these subnets. */
    public static SubnetSet of(Collection<? extends Subnet> subnets) {
        SubnetSet set = new SubnetSet();
        // A subnet follows those that contain it.
        subnets.stream().sorted(ORDER).filter(s -> !set.covers(s)).forEach(set.outermost::add);
        return set;
    }

    /** Returns whether one of them contains the subnet. */
    public boolean covers(Subnet subnet) {
        Subnet before = outermost.floor(subnet);
        return before != null && before.prefix() <= subnet.prefix() && overlap(before, subnet);
    }

    /** Returns the first of them that overlaps the subnet. */
    public Optional<Subnet> overlapping(Subnet subnet) {
        return Stream.of(Optional.ofNullable(outermost.floor(subnet)), Optional.ofNullable(outermost.higher(subnet)))
                .flatMap(Optional::stream)
                .filter(s -> overlap(s, subnet))
                .findFirst();
    }

    /** Returns those of IPv4, sorted. */
    public List<Subnet4> four() {
        return outermost.stream()
                .flatMap(s -> s instanceof Subnet4 four ? Stream.of(four) : Stream.empty())
                .toList();
    }

    /** Returns those of IPv6, sorted. */
    public List<Subnet6> six() {
        return outermost.stream()
                .flatMap(s -> s instanceof Subnet6 six ? Stream.of(six) : Stream.empty())
                .toList();
    }

    private static boolean overlap(Subnet a, Subnet b) {
        return switch (a) {
            case Subnet4 x -> b instanceof Subnet4 y && x.overlaps(y);
            case Subnet6 x -> b instanceof Subnet6 y && x.overlaps(y);
        };
    }
}
