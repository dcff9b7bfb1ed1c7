package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.fleet.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Origin of each line of one file, counted from 1; headers, comments and fixed text have none. */
public final class LineOrigins {
    /** A file of fixed text. */
    public static final LineOrigins NONE = new Builder().build();

    private final int[] lines;
    private final List<Origin> origins;
    private final Map<Integer, String> reasons;

    private LineOrigins(int[] lines, List<Origin> origins, Map<Integer, String> reasons) {
        this.lines = lines;
        this.origins = origins;
        this.reasons = reasons;
    }

    /** Returns the origin of a line. */
    public Optional<Origin> of(int line) {
        int at = Arrays.binarySearch(lines, line);
        return at < 0 ? Optional.empty() : Optional.of(origins.get(at));
    }

    /** Returns how a line follows from its origin; for one without an origin, why bbc writes it. */
    public Optional<String> reason(int line) {
        return Optional.ofNullable(reasons.get(line));
    }

    /** Returns all lines that have an origin. */
    public SortedMap<Integer, Origin> lines() {
        SortedMap<Integer, Origin> all = new TreeMap<>();
        for (int at = 0; at < lines.length; at++) {
            all.put(lines[at], origins.get(at));
        }
        return all;
    }

    /** Collects the lines of a file from its first to its last. */
    static final class Builder {
        private final List<Integer> lines = new ArrayList<>();
        private final List<Origin> origins = new ArrayList<>();
        private final Map<Integer, String> reasons = new HashMap<>(0);

        /** Adds a line; a line added before keeps its origin. */
        void add(int line, Origin origin) {
            if (lines.isEmpty() || lines.getLast() < line) {
                lines.add(line);
                origins.add(origin);
            }
        }

        void reason(int line, String reason) {
            reasons.put(line, reason);
        }

        LineOrigins build() {
            return new LineOrigins(
                    lines.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(origins), Map.copyOf(reasons));
        }
    }
}
