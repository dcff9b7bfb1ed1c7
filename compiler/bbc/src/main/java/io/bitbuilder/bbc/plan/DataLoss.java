package io.bitbuilder.bbc.plan;

import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Data that stays on a host without a workload that uses it.
 *
 * @param data as it was before the change
 * @param successor empty data that is in its place, perhaps under another name
 * @param then what its workload has instead, a clause; empty if nothing is in its place
 */
public record DataLoss(KeptData data, Optional<KeptData> successor, String then) {
    /**
     * Returns what a change loses, by name.
     *
     * @param currentHost present names of renamed hosts
     */
    public static List<DataLoss> between(Fleet before, Fleet after, UnaryOperator<String> currentHost) {
        List<KeptData> had = KeptData.of(before);
        List<KeptData> has = KeptData.of(after);
        Set<KeptData.Place> kept = has.stream().map(KeptData::at).collect(Collectors.toSet());
        Set<KeptData.Place> former = new HashSet<>();
        List<KeptData> lost = new ArrayList<>();
        for (KeptData data : had) {
            KeptData.Place place = new KeptData.Place(
                    currentHost.apply(data.at().host()), data.at().path());
            former.add(place);
            if (!kept.contains(place)) {
                lost.add(data);
            }
        }
        Map<String, List<KeptData>> empty = has.stream()
                .filter(data -> !former.contains(data.at()))
                .collect(
                        Collectors.groupingBy(KeptData::tenant, HashMap::new, Collectors.toCollection(ArrayList::new)));
        return lost.stream()
                .map(data -> {
                    Optional<KeptData> successor = successor(data, empty.getOrDefault(data.tenant(), List.of()));
                    return new DataLoss(data, successor, then(data, successor, after));
                })
                .sorted(Comparator.comparing(loss -> loss.data().name()))
                .toList();
    }

    /** Returns a sentence without a full stop. */
    public String sentence() {
        String what = data.workload() + " " + data.volume().orElse("root");
        return what + ": " + data.size() + " stay on " + data.at().host() + ", unused"
                + (then.isEmpty() ? "" : "; " + then);
    }

    /** Returns what the same workload sees there now, else another workload of the tenant. */
    private static Optional<KeptData> successor(KeptData lost, List<KeptData> empty) {
        return empty.stream()
                .filter(data -> data.mount().equals(lost.mount()))
                .min(Comparator.comparing((KeptData data) -> !data.workload().equals(lost.workload()))
                        .thenComparing(KeptData::name));
    }

    private static String then(KeptData lost, Optional<KeptData> successor, Fleet after) {
        if (successor.isPresent()) {
            KeptData data = successor.get();
            String of = data.workload().equals(lost.workload()) ? "" : " of " + data.workload();
            String on = data.at().host().equals(lost.at().host())
                    ? ""
                    : " on " + data.at().host();
            return data.volume().isPresent()
                    ? data.mount() + of + on + " starts empty"
                    : "the root of " + data.workload() + on + " starts as a copy of its image";
        }
        boolean remains = lost.volume().isEmpty()
                && workload(after, lost).filter(w -> w.root().size().isEmpty()).isPresent();
        return remains ? lost.workload() + " starts from its image each time" : "";
    }

    private static Optional<Workload> workload(Fleet fleet, KeptData data) {
        return fleet.tenant(data.tenant()).flatMap(t -> t.workload(data.workloadName()));
    }
}
