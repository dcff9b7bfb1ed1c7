package io.bitbuilder.bbc.check.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Range with a holder, and the sweep that finds overlapping ranges.
 *
 * @param text how messages print the range
 */
public record Interval<T extends Comparable<? super T>>(T first, T last, String text, Claimant claimant) {
    /** Bounds of a range, which are the claimed value. */
    private record Bounds(Object first, Object last) {}

    /** Range that is open during the sweep, with the strongest of it and those around it. */
    private record Open<T extends Comparable<? super T>>(
            Interval<T> interval, Optional<Interval<T>> platform, Optional<Interval<T>> tenant) {}

    private Object bounds() {
        return new Bounds(first, last);
    }

    /** Returns whether the other range is the same one. */
    public boolean isSameAs(Interval<T> other) {
        return first.compareTo(other.first) == 0 && last.compareTo(other.last) == 0;
    }

    /** Returns whether the other range contains this one. */
    public boolean isWithin(Interval<T> other) {
        return first.compareTo(other.first) >= 0 && last.compareTo(other.last) <= 0;
    }

    /**
     * Sorts by start and walks once with the open ranges, each inside the one before it: a range that starts in open
     * ones conflicts with the strongest of them. Ranges of the platform do not conflict with each other.
     *
     * @return ranges that must change, each with the ranges that it overlaps, by precedence
     */
    public static <T extends Comparable<? super T>> SortedMap<Interval<T>, List<Interval<T>>> sweep(
            List<Interval<T>> intervals, CheckScope scope) {
        Comparator<Interval<T>> order = scope.order(Interval::claimant, Interval::bounds);
        intervals.forEach(interval -> scope.claimed(interval.claimant, interval.bounds()));
        SortedMap<Interval<T>, List<Interval<T>>> conflicts = new TreeMap<>(order);
        List<Open<T>> open = new ArrayList<>();
        for (Interval<T> next : sorted(intervals, order)) {
            while (!open.isEmpty() && open.getLast().interval.last.compareTo(next.first) < 0) {
                open.removeLast();
            }
            Optional<Open<T>> around = open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
            around.flatMap(a -> next.claimant.isPlatform() ? a.tenant : a.platform.or(a::tenant))
                    .ifPresent(met -> note(met, next, order, conflicts));
            boolean reachesFurther =
                    around.isPresent() && around.get().interval.last.compareTo(next.last) < 0;
            if (reachesFurther) {
                open.removeLast();
                around = open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
            }
            open.add(opened(next, around, order));
        }
        conflicts.values().forEach(keepers -> keepers.sort(order));
        return conflicts;
    }

    private static <T extends Comparable<? super T>> List<Interval<T>> sorted(
            List<Interval<T>> intervals, Comparator<Interval<T>> order) {
        return intervals.stream()
                .sorted(Comparator.comparing((Interval<T> i) -> i.first)
                        .thenComparing(i -> i.last, Comparator.reverseOrder())
                        .thenComparing(order))
                .toList();
    }

    private static <T extends Comparable<? super T>> Open<T> opened(
            Interval<T> next, Optional<Open<T>> around, Comparator<Interval<T>> order) {
        Optional<Interval<T>> self = Optional.of(next);
        Optional<Interval<T>> platform = around.flatMap(Open::platform);
        Optional<Interval<T>> tenant = around.flatMap(Open::tenant);
        return next.claimant.isPlatform()
                ? new Open<>(next, strongest(platform, self, order), tenant)
                : new Open<>(next, platform, strongest(tenant, self, order));
    }

    private static <T extends Comparable<? super T>> Optional<Interval<T>> strongest(
            Optional<Interval<T>> a, Optional<Interval<T>> b, Comparator<Interval<T>> order) {
        return Stream.concat(a.stream(), b.stream()).min(order);
    }

    private static <T extends Comparable<? super T>> void note(
            Interval<T> a,
            Interval<T> b,
            Comparator<Interval<T>> order,
            SortedMap<Interval<T>, List<Interval<T>>> conflicts) {
        boolean first = order.compare(a, b) <= 0;
        conflicts.computeIfAbsent(first ? b : a, y -> new ArrayList<>()).add(first ? a : b);
    }
}
