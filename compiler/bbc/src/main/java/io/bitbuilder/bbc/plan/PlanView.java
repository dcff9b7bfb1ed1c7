package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.plan.FoldedChange.Member;
import io.bitbuilder.bbc.plan.ImpactReason.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Plan as people read it: the most dangerous first, the same change of many files once, without manifests.
 *
 * @param changes without manifests, unless all are asked for
 * @param manifests number of the changed files that are left out, which follow from the others
 */
public record PlanView(Plan plan, List<FoldedChange> changes, long manifests) {
    /**
     * Returns the view of a plan.
     *
     * @param all whether to show every file on its own, and manifests
     */
    public static PlanView of(Plan plan, boolean all) {
        Map<Boolean, List<Member>> byKind = plan.groups().stream()
                .flatMap(group -> group.changes().stream().map(change -> new Member(group, change)))
                .collect(Collectors.partitioningBy(
                        m -> !all && ArtefactKind.at(m.change().path()).isManifest()));
        List<Member> shown = byKind.getOrDefault(false, List.of());
        return new PlanView(
                plan,
                FoldedChange.of(shown.stream(), !all),
                byKind.getOrDefault(true, List.of()).size());
    }

    /** Returns the changes that openings come after: what is given up or made anew. */
    List<FoldedChange> dangerous() {
        return changes.stream()
                .filter(c -> c.change().isAtLeast(Impact.RECREATE))
                .toList();
    }

    /** Returns the other changes. */
    List<FoldedChange> others() {
        return changes.stream()
                .filter(c -> !c.change().isAtLeast(Impact.RECREATE))
                .toList();
    }

    /** Returns a sentence about files that are left out; empty if there are none. */
    String omission() {
        return manifests == 0
                ? ""
                : Plan.plural((int) manifests, "manifest")
                        + " for people and tools not listed (`--all` lists every file)";
    }

    /** Returns the differences of a topic, each once, with the hosts and tenants that have it; what opens first. */
    List<Notice> notices(Topic topic) {
        Map<ImpactReason, List<ChangeGroup>> all = new LinkedHashMap<>();
        for (ChangeGroup group : plan.groups()) {
            group.changes().stream()
                    .flatMap(change -> change.reasons().stream())
                    .filter(reason -> reason.topic() == topic)
                    .forEach(reason ->
                            all.computeIfAbsent(reason, r -> new ArrayList<>()).add(group));
        }
        return all.entrySet().stream()
                .map(each -> new Notice(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Notice::change))
                .toList();
    }
}
