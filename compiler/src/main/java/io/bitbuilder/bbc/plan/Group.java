package io.bitbuilder.bbc.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The changes of one tenant on one host.
 *
 * @param host nothing for files that lie on no host
 * @param tenant nothing for files of the host itself
 */
public record Group(Optional<String> host, Optional<String> tenant, List<FileChange> changes) {
    /** The order of groups: what {@code raw} writes first, then by host and tenant; what has none comes last. */
    static final Comparator<Group> ORDER = Comparator.comparing((Group g) -> g.changes.stream().noneMatch(FileChange::isRaw))
            .thenComparing(g -> g.host.orElse("\uffff"))
            .thenComparing(g -> g.tenant.orElse("\uffff"));

    /** Sorts. */
    public Group {
        changes = changes.stream().sorted(FileChange.ORDER).toList();
    }

    /** The greatest impact of its changes. */
    public Impact impact() {
        return changes.stream().map(FileChange::impact).reduce(Impact.NONE, Impact::or);
    }
}
