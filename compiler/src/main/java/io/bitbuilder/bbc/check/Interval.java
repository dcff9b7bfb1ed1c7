package io.bitbuilder.bbc.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A range with a holder, and the sweep that finds which ranges touch each other. */
record Interval<T extends Comparable<? super T>>(T first, T last, Holder holder) {
    /** A range that is still open during the sweep, with the strongest holders of it and those around it. */
    private record Open<T extends Comparable<? super T>>(
            Interval<T> interval, Optional<Holder> platform, Optional<Holder> tenant) {}

    /**
     * Sorts by start and walks once with the ranges that are open, each in the one before it: a range that begins in open ones
     * meets the strongest of them. Ranges of the platform do not conflict with each other.
     *
     * @return who has to yield, each with those who keep what he wants, in the order of precedence
     */
    static <T extends Comparable<? super T>> SortedMap<Holder, List<Holder>> sweep(
            List<Interval<T>> intervals, Scope scope) {
        Comparator<Holder> order = scope.order();
        intervals.forEach(interval -> scope.claims().add(interval.holder.claim()));
        SortedMap<Holder, List<Holder>> conflicts = new TreeMap<>(order);
        List<Open<T>> open = new ArrayList<>();
        for (Interval<T> next : sorted(intervals, order)) {
            while (!open.isEmpty() && open.getLast().interval.last.compareTo(next.first) < 0) {
                open.removeLast();
            }
            Optional<Open<T>> around = open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
            around.flatMap(a -> next.holder.isPlatform() ? a.tenant : a.platform.or(a::tenant))
                    .ifPresent(met -> note(met, next.holder, order, conflicts));
            boolean reachesFurther = around.isPresent() && around.get().interval.last.compareTo(next.last) < 0;
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
            List<Interval<T>> intervals, Comparator<Holder> order) {
        return intervals.stream()
                .sorted(Comparator.comparing((Interval<T> i) -> i.first)
                        .thenComparing(i -> i.last, Comparator.reverseOrder())
                        .thenComparing(i -> i.holder, order))
                .toList();
    }

    private static <T extends Comparable<? super T>> Open<T> opened(
            Interval<T> next, Optional<Open<T>> around, Comparator<Holder> order) {
        Optional<Holder> self = Optional.of(next.holder);
        Optional<Holder> platform = around.flatMap(Open::platform);
        Optional<Holder> tenant = around.flatMap(Open::tenant);
        return next.holder.isPlatform()
                ? new Open<>(next, strongest(platform, self, order), tenant)
                : new Open<>(next, platform, strongest(tenant, self, order));
    }

    private static Optional<Holder> strongest(Optional<Holder> a, Optional<Holder> b, Comparator<Holder> order) {
        return Stream.concat(a.stream(), b.stream()).min(order);
    }

    private static void note(Holder a, Holder b, Comparator<Holder> order, SortedMap<Holder, List<Holder>> conflicts) {
        boolean first = order.compare(a, b) <= 0;
        conflicts.computeIfAbsent(first ? b : a, y -> new ArrayList<>()).add(first ? a : b);
    }
}
