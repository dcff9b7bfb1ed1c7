package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All lines of all lock files, by key. */
public record Locks(SortedMap<ClaimPath, LockLine> lines) {
    /** No lock files. */
    public static final Locks NONE = new Locks(new TreeMap<>());

    /** Copies. */
    public Locks {
        lines = new TreeMap<>(lines);
    }

    /** The line of a claim. */
    public Optional<LockLine> of(ClaimPath claim) {
        return Optional.ofNullable(lines.get(claim));
    }

    /** The lines of one tenant, sorted by key. */
    public Collection<LockLine> ofTenant(String tenant) {
        return ClaimPath.ofTenant(lines, tenant).values();
    }

    /** True when there is none. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The host that a workload has, as far as locks say. */
    Optional<String> placeOf(BlockPath workload) {
        return of(ClaimPath.of(workload, ClaimField.PLACE)).flatMap(l -> l.grant() instanceof Grant.Place(String host) ? Optional.of(host) : Optional.empty());
    }

    /** The lines of each resource. */
    Map<Resource, List<LockLine>> byResource() {
        return lines.values().stream().collect(Collectors.groupingBy(LockLine::resource));
    }
}
