package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.tree.Tree;
import java.util.List;
import java.util.Optional;

/**
 * Changes from one compiled tree to another.
 *
 * @param losses data that the change loses
 * @param groups changes of files, by host and tenant
 */
public record Plan(List<DataLoss> losses, List<ChangeGroup> groups) {
    /** Sorts. */
    public Plan {
        losses = List.copyOf(losses);
        groups = groups.stream().sorted(ChangeGroup.ORDER).toList();
    }

    /** Compares two trees; leaves out {@code fleet.json}, which only summarizes the rest. */
    public static Plan between(Tree before, Tree after) {
        return TreeComparison.compare(before, after);
    }

    /** Returns the plan with the data that its change loses. */
    public Plan losing(List<DataLoss> lost) {
        return new Plan(lost, groups);
    }

    /** Returns whether nothing changes. */
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Returns the highest impact of all changes. */
    public Impact impact() {
        return losses.isEmpty()
                ? groups.stream().map(ChangeGroup::impact).reduce(Impact.NONE, Impact::or)
                : Impact.DATA_LOSS;
    }

    /** Returns the number of files with that impact. */
    public long count(Impact impact) {
        return groups.stream()
                .flatMap(g -> g.changes().stream())
                .filter(c -> c.impact() == impact)
                .count();
    }

    /** Returns the number of files that change. */
    public int files() {
        return groups.stream().mapToInt(g -> g.changes().size()).sum();
    }

    /** Returns the affected hosts, sorted. */
    public List<String> hosts() {
        return groups.stream()
                .map(ChangeGroup::host)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the affected tenants, sorted. */
    public List<String> tenants() {
        return groups.stream()
                .map(ChangeGroup::tenant)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the counts in one line, without a line end. */
    public String summary() {
        if (isEmpty()) {
            return "No host changes.";
        }
        return plural(files(), "file") + " on " + plural(hosts().size(), "host") + " of "
                + plural(tenants().size(), "tenant") + ": "
                + (losses.isEmpty() ? "" : losses.size() + " data-loss, ")
                + count(Impact.RECREATE) + " recreate, " + count(Impact.RESTART) + " restart, " + count(Impact.RELOAD)
                + " reload, "
                + count(Impact.NONE) + " none";
    }

    static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
