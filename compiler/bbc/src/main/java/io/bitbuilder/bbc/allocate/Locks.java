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
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lines of all lock files, by claim. */
public record Locks(SortedMap<ClaimPath, LockLine> lines) {
    /** Absence of lock files. */
    public static final Locks NONE = new Locks(new TreeMap<>());

    /** Copies. */
    public Locks {
        lines = new TreeMap<>(lines);
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
