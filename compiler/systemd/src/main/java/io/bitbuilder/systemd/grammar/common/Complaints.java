package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.Reason;
import io.bitbuilder.systemd.value.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists of complaints: about each word of a value, and about the value as a whole. */
public final class Complaints {
    /** Check of one word. */
    public interface WordCheck extends Function<String, List<Complaint>> {}

    private Complaints() {}

    /** Returns the complaints about each word; a string that cannot be split ends it. */
    public static List<Complaint> each(Splitter words, WordCheck check) {
        return read(words, check, false);
    }

    /**
     * Returns the complaints about each word, up to the first complaint for which systemd ignores the line or refuses
     * the unit: it reads no further then.
     */
    public static List<Complaint> untilFault(Splitter words, WordCheck check) {
        return read(words, check, true);
    }

    private static List<Complaint> read(Splitter words, WordCheck check, boolean stop) {
        List<Complaint> complaints = new ArrayList<>();
        for (Optional<Parsed<String>> next = words.next(); next.isPresent(); next = words.next()) {
            switch (next.get()) {
                case Parsed.Good<String>(String word) -> complaints.addAll(ofWord(words, check.apply(word)));
                case Parsed.Bad<String>(Reason reason) -> {
                    complaints.addAll(ofWord(words, ignored(reason)));
                    return complaints;
                }
            }
            if (stop
                    && complaints.stream()
                            .anyMatch(c -> c.effect() == Effect.LINE_IGNORED || c.effect() == Effect.UNIT_REFUSED)) {
                return complaints;
            }
        }
        return complaints;
    }

    /** Places complaints about the word that was split off last. */
    public static List<Complaint> ofWord(Splitter words, List<Complaint> complaints) {
        return complaints.stream()
                .map(c -> c.ofWord(words.written(), words.text(), words.start()))
                .toList();
    }

    /** Returns at most that many of the next words. */
    public static Parsed<List<String>> fields(Splitter words, int most) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Optional<Parsed<String>> next = words.next();
            if (next.isEmpty()) {
                break;
            }
            switch (next.get()) {
                case Parsed.Good<String>(String word) -> found.add(word);
                case Parsed.Bad<String>(Reason reason) -> {
                    return Parsed.bad(reason);
                }
            }
        }
        return Parsed.good(found);
    }

    /** Returns no complaint. */
    static List<Complaint> none() {
        return List.of();
    }

    /** Returns no complaint, or an ignored line. */
    public static List<Complaint> unless(boolean good, String reason) {
        return unless(good, Reason.of(reason));
    }

    /** Returns no complaint, or an ignored line. */
    public static List<Complaint> unless(boolean good, Reason reason) {
        return good ? List.of() : ignored(reason);
    }

    /** Returns no complaint, or an ignored line. */
    public static List<Complaint> unless(Parsed<?> parsed) {
        return parsed instanceof Parsed.Bad<?>(Reason reason) ? ignored(reason) : List.of();
    }

    public static List<Complaint> ignored(String reason) {
        return List.of(Complaint.ignored(reason));
    }

    public static List<Complaint> ignored(Reason reason) {
        return List.of(Complaint.ignored(reason));
    }

    public static List<Complaint> used(String reason) {
        return used(Reason.of(reason));
    }

    public static List<Complaint> used(Reason reason) {
        return List.of(new Complaint(Effect.USED, reason));
    }

    public static List<Complaint> changed(String reason) {
        return List.of(new Complaint(Effect.CHANGED, reason));
    }

    public static List<Complaint> silent(String reason) {
        return silent(Reason.of(reason));
    }

    public static List<Complaint> silent(Reason reason) {
        return List.of(new Complaint(Effect.SILENT, reason));
    }

    /** Returns the complaints with the correction of all of them. */
    public static List<Complaint> with(Remedy remedy, List<Complaint> complaints) {
        return complaints.stream().map(c -> c.with(remedy)).toList();
    }

    /** Returns both, in this order. */
    public static List<Complaint> both(List<Complaint> first, List<Complaint> second) {
        List<Complaint> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Returns the complaints as those of one word of several. */
    public static List<Complaint> asPart(List<Complaint> complaints) {
        return complaints.stream()
                .map(c -> c.effect() == Effect.LINE_IGNORED ? c.as(Effect.PART_IGNORED) : c)
                .toList();
    }

    /** Returns the complaints as refusals: systemd does not load the unit instead of ignoring the line. */
    public static List<Complaint> asRefusal(List<Complaint> complaints) {
        return complaints.stream()
                .map(c -> c.effect() == Effect.LINE_IGNORED ? c.as(Effect.UNIT_REFUSED) : c)
                .toList();
    }
}
