package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Changes of one tenant on one host.
 *
 * @param host empty for files that are not on a host
 * @param tenant empty for files of the host itself
 */
public record ChangeGroup(Optional<String> host, Optional<String> tenant, List<FileChange> changes) {
    /** Order of groups: the one with the most dangerous change first, then by host and tenant, absent ones last. */
    static final Comparator<ChangeGroup> ORDER = Comparator.comparing(
                    (ChangeGroup g) -> g.changes.getFirst(), FileChange.DANGER)
            .thenComparing(g -> g.host.orElse("\uffff"))
            .thenComparing(g -> g.tenant.orElse("\uffff"));

    /** Sorts. */
    public ChangeGroup {
        changes = changes.stream().sorted(FileChange.ORDER).toList();
    }

    /** Returns the highest impact of the changes. */
    public Impact impact() {
        return changes.stream().map(FileChange::impact).reduce(Impact.NONE, Impact::or);
    }
}
