package io.bitbuilder.bbc.resolve;

import io.bitbuilder.core.source.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Determines the outcome of each write of a field in the merge. */
final class MergeOutcomes {
    private static final Comparator<FieldWrite> ORDER =
            Comparator.comparing(FieldWrite::outcome).thenComparing(FieldWrite::span);

    private MergeOutcomes() {}

    static List<FieldWrite> of(List<Merge.Put> puts, Merge.Outcome outcome, Map<Merge.Put, List<FieldRead>> reads) {
        Set<Span> overridden =
                outcome.overridden().stream().map(Merge.Put::span).collect(Collectors.toSet());
        return puts.stream()
                .map(p -> new FieldWrite(
                        p.span(),
                        p.value().get(),
                        p.by().via(),
                        p.add(),
                        p.isFinal(),
                        p.key(),
                        reads.getOrDefault(p, List.of()),
                        judged(p, puts, outcome, overridden)))
                .sorted(ORDER)
                .toList();
    }

    private static FieldWrite.Outcome judged(
            Merge.Put put, List<Merge.Put> all, Merge.Outcome outcome, Set<Span> overridden) {
        if (outcome.clash().isPresent()) {
            boolean cut =
                    all.stream().anyMatch(other -> !other.add() && other.by().overrides(put.by()));
            return cut ? FieldWrite.Outcome.OVERRIDDEN : FieldWrite.Outcome.CONFLICTS;
        }
        if (overridden.contains(put.span())) {
            return FieldWrite.Outcome.OVERRIDDEN;
        }
        boolean part = put.add()
                || put.key().isPresent()
                || outcome.winner().filter(w -> w.span().equals(put.span())).isEmpty();
        return part ? FieldWrite.Outcome.CONTRIBUTES : FieldWrite.Outcome.WINS;
    }
}
