package io.bitbuilder.bbc.allocate;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Numbers from 0 up to a size, each taken or free. Taken numbers are kept as runs that never touch, so that every
 * operation takes O(log runs), however full the set is.
 */
final class SlotSet {
    private final long size;
    private final TreeMap<Long, Long> runs = new TreeMap<>();
    private long free;

    /** Creates free slots; the size is at least 0. */
    SlotSet(long size) {
        this.size = size;
        this.free = size;
    }

    /** Returns the number of slots. */
    long size() {
        return size;
    }

    /** Returns the number of free slots. */
    long free() {
        return free;
    }

    /** Allocates all free slots from first to last, inclusive. */
    void take(long first, long last) {
        long from = Math.max(0, first);
        long to = Math.min(size - 1, last);
        if (from > to) {
            return;
        }
        long added = to - from + 1;
        long runFrom = from;
        long runTo = to;
        Map.Entry<Long, Long> before = runs.floorEntry(from);
        if (before != null && before.getValue() >= from - 1) {
            runFrom = before.getKey();
        }
        for (Map.Entry<Long, Long> run = runs.ceilingEntry(runFrom);
                run != null && run.getKey() <= to + 1;
                run = runs.ceilingEntry(runFrom)) {
            added -= Math.max(0, Math.min(to, run.getValue()) - Math.max(from, run.getKey()) + 1);
            runTo = Math.max(runTo, run.getValue());
            runs.remove(run.getKey());
        }
        runs.put(runFrom, runTo);
        free -= added;
    }

    /** Returns the first free slot at or after the given one, wrapping around at the end; empty when all are taken. */
    OptionalLong nextFree(long start) {
        if (free == 0) {
            return OptionalLong.empty();
        }
        long candidate = endOfRun(start);
        return OptionalLong.of(candidate < size ? candidate : endOfRun(0));
    }

    private long endOfRun(long slot) {
        Map.Entry<Long, Long> run = runs.floorEntry(slot);
        return run != null && run.getValue() >= slot ? run.getValue() + 1 : slot;
    }
}
