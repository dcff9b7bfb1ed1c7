package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.fleet.Origin;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** For the lines of one file, from 1: the origin of the field that made the line. A line without one belongs to the template. */
public final class LineOrigins {
    /** A file whose lines all belong to the template. */
    public static final LineOrigins NONE = new LineOrigins(new TreeMap<>());

    private final NavigableMap<Integer, Origin> byLine;

    private LineOrigins(NavigableMap<Integer, Origin> byLine) {
        this.byLine = byLine;
    }

    /** Of a map from line to origin, which is copied. */
    static LineOrigins of(NavigableMap<Integer, Origin> byLine) {
        return new LineOrigins(new TreeMap<>(byLine));
    }

    /** The origin of a line. */
    public Optional<Origin> of(int line) {
        return Optional.ofNullable(byLine.get(line));
    }

    /** All lines that have one. */
    public NavigableMap<Integer, Origin> lines() {
        return Collections.unmodifiableNavigableMap(byLine);
    }
}
