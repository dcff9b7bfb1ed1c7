package io.bitbuilder.bbc.allocate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All lines of all lock files, by key. */
public record Locks(SortedMap<String, LockLine> lines) {
    /** No lock files. */
    public static final Locks NONE = new Locks(new TreeMap<>());

    /** Copies. */
    public Locks {
        lines = new TreeMap<>(lines);
    }

    /** The line of a claim. */
    public Optional<LockLine> of(String key) {
        return Optional.ofNullable(lines.get(key));
    }

    /** The lines of one tenant, sorted by key. */
    public Collection<LockLine> ofTenant(String tenant) {
        return lines.subMap(tenant + "/", tenant + "0").values();
    }

    /** True when there is none. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The host that a workload has, by its path, as far as locks say. */
    Optional<String> placeOf(String workload) {
        return of(workload + "/place").flatMap(l -> l.grant() instanceof Grant.Place(String host) ? Optional.of(host) : Optional.empty());
    }

    /** The lines of each resource. */
    Map<Resource, List<LockLine>> byResource() {
        return lines.values().stream().collect(Collectors.groupingBy(LockLine::resource));
    }
}
