package io.bitbuilder.bbc.allocate;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.claim.Grant;
import io.bitbuilder.bbc.claim.ResourceKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Lines of all lock files, by claim.
 *
 * @param renames the renames after which the claims have these paths
 * @param emptied tenants whose lines are all those of tenants with other names now
 */
public record Locks(SortedMap<ClaimPath, LockLine> lines, Renames renames, SortedSet<String> emptied) {
    /** Absence of lock files. */
    public static final Locks NONE = of(new TreeMap<>());

    /** Copies. */
    public Locks {
        lines = new TreeMap<>(lines);
        emptied = new TreeSet<>(emptied);
    }

    /** Returns the lines as they are written. */
    static Locks of(SortedMap<ClaimPath, LockLine> lines) {
        return new Locks(lines, Renames.NONE, new TreeSet<>());
    }

    /** Returns the lines by the paths that their claims have after renames. A claim with a line already keeps that. */
    public Locks after(Renames renames) {
        if (renames.isEmpty()) {
            return this;
        }
        SortedMap<ClaimPath, LockLine> moved = new TreeMap<>();
        SortedSet<String> left = new TreeSet<>();
        for (LockLine line : lines.values()) {
            ClaimPath current = renames.current(line.path());
            ClaimPath path = lines.containsKey(current) ? line.path() : current;
            moved.put(path, new LockLine(path, renames.current(line.grant()), line.gone(), line.span()));
            left.add(line.path().tenant());
        }
        moved.keySet().forEach(path -> left.remove(path.tenant()));
        return new Locks(moved, renames, left);
    }

    /** Returns the line of a claim. */
    public Optional<LockLine> of(ClaimPath claim) {
        return Optional.ofNullable(lines.get(claim));
    }

    /** Returns the lines of one tenant, sorted by claim. */
    public Collection<LockLine> ofTenant(String tenant) {
        return ClaimPath.ofTenant(lines, tenant).values();
    }

    /** Returns the locked host of a workload. */
    Optional<String> placeOf(BlockPath workload) {
        return of(ClaimPath.of(workload, ClaimField.PLACE))
                .flatMap(l -> l.grant() instanceof Grant.Place(String host) ? Optional.of(host) : Optional.empty());
    }

    /** Returns the lines by resource. */
    Map<ResourceKind, List<LockLine>> byResource() {
        return lines.values().stream().collect(Collectors.groupingBy(LockLine::resource));
    }
}
