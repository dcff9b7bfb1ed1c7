package io.bitbuilder.bbc.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Restrictions of a workload on its host.
 *
 * @param on labels that the host has, with their values
 * @param apartFrom workloads that run on other hosts
 * @param spread label of hosts, over whose values workloads are spread
 */
public record PlacementRules(Map<String, String> on, List<BlockPath> apartFrom, Optional<String> spread) {
    /** Field of the labels. */
    public static final String ON = "placement.on";

    /** Field of the workloads on other hosts. */
    public static final String APART_FROM = "placement.apart-from";

    /** Field of the label to spread by. */
    public static final String SPREAD = "placement.spread";

    /** Fields that the allocation reads, so that no record has them. */
    public static final Set<String> FIELDS = Set.of(ON, APART_FROM, SPREAD);

    /** Copies. */
    public PlacementRules {
        on = Map.copyOf(on);
        apartFrom = List.copyOf(apartFrom);
    }
}
