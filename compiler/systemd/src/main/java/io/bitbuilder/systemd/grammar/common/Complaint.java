package io.bitbuilder.systemd.grammar.common;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.scalar.Reason;
import java.util.Optional;

/**
 * A problem that systemd reports about a value.
 *
 * @param effect the reaction of systemd
 * @param reason a clause for people, without a full stop; nothing is derived from it
 * @param place the part of the value that is wrong
 * @param remedy the correction that this problem shows; empty when it follows from the directive only
 */
public record Complaint(Effect effect, String reason, TextRange place, Optional<Remedy> remedy) {

    /** A problem of the part that the reason names. */
    public Complaint(Effect effect, Reason reason) {
        this(effect, reason.words(), TextRange.ofAll(reason.part()), Optional.empty());
    }

    /** A problem of the whole value. */
    public Complaint(Effect effect, String reason) {
        this(effect, Reason.of(reason));
    }

    /** Returns a line that systemd ignores. */
    public static Complaint ignored(String reason) {
        return ignored(Reason.of(reason));
    }

    /** Returns a line that systemd ignores. */
    public static Complaint ignored(Reason reason) {
        return new Complaint(Effect.LINE_IGNORED, reason);
    }

    /** Returns a word that systemd ignores. */
    public static Complaint part(String reason) {
        return part(Reason.of(reason));
    }

    /** Returns a word that systemd ignores. */
    public static Complaint part(Reason reason) {
        return new Complaint(Effect.PART_IGNORED, reason);
    }

    /** Returns a value for which systemd does not load the unit. */
    public static Complaint refused(String reason) {
        return refused(Reason.of(reason));
    }

    /** Returns a value for which systemd does not load the unit. */
    public static Complaint refused(Reason reason) {
        return new Complaint(Effect.UNIT_REFUSED, reason);
    }

    /** Returns the problem with its correction. */
    public Complaint with(Remedy correction) {
        return new Complaint(effect, reason, place, Optional.of(correction));
    }

    /** Returns the problem with another effect. */
    public Complaint as(Effect other) {
        return new Complaint(other, reason, place, remedy);
    }

    /** Returns the problem in other words. */
    public Complaint withReason(String words) {
        return new Complaint(effect, words, place, remedy);
    }

    /** Returns the problem, placed in a string that contains the one it was found in. */
    public Complaint in(String value) {
        return new Complaint(effect, reason, place.in(value), remedy);
    }

    /** Returns the problem of a word that begins at an offset of a value. */
    Complaint ofWord(String word, String value, int offset) {
        return new Complaint(effect, reason, place.in(word).in(value, offset), remedy);
    }
}
