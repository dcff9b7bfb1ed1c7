package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.artefact.Impact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One change in one or more files: the same kind of difference, reasons and lines, but for names and allocated values
 * of its tenant, workload or network.
 *
 * @param members the files, at least one; all have the same impact
 */
record FoldedChange(List<Member> members) {
    private static final int NAMES = 10;
    private static final int DANGEROUS_NAMES = 100;

    private static final Comparator<FoldedChange> ORDER = Comparator.comparing(FoldedChange::change, FileChange.DANGER)
            .thenComparing(folded -> folded.files() == 1)
            .thenComparing(folded -> folded.first().group().host().orElse("\uffff"))
            .thenComparing(folded -> folded.first().group().tenant().orElse("\uffff"))
            .thenComparing(folded -> folded.change().path());

    /** A file with its host and tenant. */
    record Member(ChangeGroup group, FileChange change) {}

    /** Equal for changes that are the same. */
    private record Shape(String path, FileChange.Kind kind, List<ImpactReason> reasons, String lines) {}

    /** Copies. */
    FoldedChange {
        members = List.copyOf(members);
    }

    /** Returns the changes, the most dangerous first; each on its own unless they are to be folded. */
    static List<FoldedChange> of(Stream<Member> members, boolean fold) {
        Map<Object, List<Member>> all = new LinkedHashMap<>();
        members.forEach(member -> all.computeIfAbsent(fold ? shape(member) : member, s -> new ArrayList<>())
                .add(member));
        return all.values().stream().map(FoldedChange::new).sorted(ORDER).toList();
    }

    private static Shape shape(Member member) {
        FileChange change = member.change();
        StringBuilder lines = new StringBuilder();
        change.diff()
                .lines()
                .filter(line -> !line.startsWith("@@") && !line.startsWith(" "))
                .forEach(line -> lines.append(line).append('\n'));
        OwnValues own = change.own();
        return new Shape(
                own.hide(PlanText.shortPath(member.group(), change)),
                change.kind(),
                change.reasons().stream().map(reason -> hidden(own, reason)).toList(),
                own.hide(lines.toString()));
    }

    private static ImpactReason hidden(OwnValues own, ImpactReason reason) {
        return new ImpactReason(
                reason.impact(),
                reason.topic(),
                own.hide(reason.what()),
                own.hide(reason.before()),
                own.hide(reason.after()),
                reason.why());
    }

    Member first() {
        return members.getFirst();
    }

    /** Returns the first of the changes: an example of the others. */
    FileChange change() {
        return first().change();
    }

    Impact impact() {
        return change().impact();
    }

    int files() {
        return members.size();
    }

    /** Returns the path below the host, with placeholders if there are several. */
    String path() {
        String path = PlanText.shortPath(first().group(), change());
        return files() == 1 ? path : change().own().hide(path);
    }

    /** Returns the reasons without openings and exposures, with placeholders if there are several files. */
    List<ImpactReason> reasons() {
        return change().reasons().stream()
                .filter(reason -> !reason.isNotice())
                .map(reason -> files() == 1 ? reason : hidden(change().own(), reason))
                .toList();
    }

    /** Returns the host and tenant of one file, or the numbers of several. */
    String title() {
        if (files() == 1) {
            return PlanText.title(first().group());
        }
        int tenants = count(ChangeGroup::tenant);
        int hosts = count(ChangeGroup::host);
        return Plan.plural(files(), "file")
                + (tenants == 0 ? "" : " of " + Plan.plural(tenants, "tenant"))
                + (hosts == 0 ? "" : " on " + Plan.plural(hosts, "host"));
    }

    private int count(Function<ChangeGroup, Optional<String>> part) {
        return (int) members.stream()
                .map(Member::group)
                .map(part)
                .flatMap(Optional::stream)
                .distinct()
                .count();
    }

    /** Returns the names of the workloads, networks, tenants or hosts; a count in place of those after the first. */
    String names() {
        List<String> names = members.stream()
                .map(member -> member.change().own().label())
                .distinct()
                .toList();
        int shown = impact().compareTo(Impact.RECREATE) >= 0 ? DANGEROUS_NAMES : NAMES;
        return names.size() <= shown
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, shown)) + " and " + (names.size() - shown) + " more";
    }
}
