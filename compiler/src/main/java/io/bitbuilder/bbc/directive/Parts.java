package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.value.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How values of several words are judged, and short forms of complaints. */
final class Parts {
    /** Judges one word. */
    interface Judge extends Function<String, List<Complaint>> {}

    private Parts() {}

    /** What is said about each word; a text that cannot be split ends it. */
    static List<Complaint> each(Splitter words, Judge judge) {
        return read(words, judge, false);
    }

    /** The same, but the first complaint for which the line is left out ends it: systemd reads no further there. */
    static List<Complaint> untilFault(Splitter words, Judge judge) {
        return read(words, judge, true);
    }

    private static List<Complaint> read(Splitter words, Judge judge, boolean stop) {
        List<Complaint> complaints = new ArrayList<>();
        for (Optional<Parsed<String>> next = words.next(); next.isPresent(); next = words.next()) {
            switch (next.get()) {
                case Parsed.Good<String>(String word) -> complaints.addAll(judge.apply(word));
                case Parsed.Bad<String>(String reason) -> {
                    complaints.add(Complaint.ignored(reason));
                    return complaints;
                }
            }
            if (stop && complaints.stream().anyMatch(c -> c.effect() == Effect.LINE_IGNORED || c.effect() == Effect.UNIT_REFUSED)) {
                return complaints;
            }
        }
        return complaints;
    }

    /** At most so many words, and what is left behind them. */
    static Parsed<List<String>> many(Splitter words, int most) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Optional<Parsed<String>> next = words.next();
            if (next.isEmpty()) {
                break;
            }
            switch (next.get()) {
                case Parsed.Good<String>(String word) -> found.add(word);
                case Parsed.Bad<String>(String reason) -> {
                    return Parsed.bad(reason);
                }
            }
        }
        return Parsed.good(found);
    }

    /** Nothing to say. */
    static List<Complaint> fine() {
        return List.of();
    }

    /** Nothing, or the line is left out. */
    static List<Complaint> fine(boolean good, String reason) {
        return good ? List.of() : ignored(reason);
    }

    /** Nothing, or the line is left out. */
    static List<Complaint> fine(Parsed<?> parsed) {
        return parsed instanceof Parsed.Bad<?>(String reason) ? ignored(reason) : List.of();
    }

    static List<Complaint> ignored(String reason) {
        return List.of(Complaint.ignored(reason));
    }

    static List<Complaint> used(String reason) {
        return List.of(new Complaint(Effect.USED, reason));
    }

    static List<Complaint> changed(String reason) {
        return List.of(new Complaint(Effect.CHANGED, reason));
    }

    static List<Complaint> silent(String reason) {
        return List.of(new Complaint(Effect.SILENT, reason));
    }

    /** Both, in this order. */
    static List<Complaint> both(List<Complaint> first, List<Complaint> second) {
        List<Complaint> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** The same complaints about one word of many. */
    static List<Complaint> asPart(List<Complaint> complaints) {
        return complaints.stream().map(c -> c.effect() == Effect.LINE_IGNORED ? Complaint.part(c.reason()) : c).toList();
    }

    /** The same complaints where the unit is not loaded for what would else be left out. */
    static List<Complaint> asRefusal(List<Complaint> complaints) {
        return complaints.stream().map(c -> c.effect() == Effect.LINE_IGNORED ? Complaint.refused(c.reason()) : c).toList();
    }
}
