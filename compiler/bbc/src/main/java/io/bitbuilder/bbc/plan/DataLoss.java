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
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

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
     * @param same whether the block of data before the change is the one after it, perhaps renamed
     */
    public static List<DataLoss> between(
            Fleet before, Fleet after, UnaryOperator<String> currentHost, BiPredicate<KeptData, KeptData> same) {
        Map<KeptData.Place, KeptData> kept = new HashMap<>();
        KeptData.of(after).forEach(data -> kept.put(data.at(), data));
        Set<KeptData.Place> former = new HashSet<>();
        List<KeptData> lost = new ArrayList<>();
        for (KeptData data : KeptData.of(before)) {
            KeptData.Place place = place(data, currentHost);
            former.add(place);
            KeptData now = kept.get(place);
            if (now == null || !same.test(data, now)) {
                lost.add(data);
            }
        }
        Map<String, KeptData> empty = new HashMap<>();
        kept.values().stream()
                .filter(data -> !former.contains(data.at()))
                .sorted(Comparator.comparing(KeptData::name))
                .forEach(data -> {
                    empty.putIfAbsent(data.workload() + " " + data.mount(), data);
                    empty.putIfAbsent(data.tenant() + " " + data.mount(), data);
                });
        return lost.stream()
                .map(data -> {
                    Optional<KeptData> successor = Optional.ofNullable(kept.get(place(data, currentHost)))
                            .or(() -> Optional.ofNullable(empty.get(data.workload() + " " + data.mount())))
                            .or(() -> Optional.ofNullable(empty.get(data.tenant() + " " + data.mount())));
                    return new DataLoss(data, successor, then(data, successor, after));
                })
                .sorted(Comparator.comparing(loss -> loss.data().name()))
                .toList();
    }

    private static KeptData.Place place(KeptData data, UnaryOperator<String> currentHost) {
        return new KeptData.Place(currentHost.apply(data.at().host()), data.at().path());
    }

    /** Returns whether another block would get the data, under whose name it lies on the host. */
    public boolean isTaken() {
        return successor.map(KeptData::at).filter(data.at()::equals).isPresent();
    }

    /** Returns a sentence without a full stop. */
    public String sentence() {
        String what = data.workload() + " " + data.volume().orElse("root") + ": " + data.size();
        return isTaken()
                ? what + " on " + data.at().host() + " become those of "
                        + successor.orElseThrow().title()
                : what + " stay on " + data.at().host() + ", unused" + (then.isEmpty() ? "" : "; " + then);
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
