package io.bitbuilder.core.diagnostic;

import io.bitbuilder.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finding in the input: a sentence with the values, the place, related places, the reason of the rule and the fixes.
 * Sorted by file and position, then code, then text, so that the order never varies.
 *
 * @param code the rule, with its severity and effect
 * @param message one sentence with the values
 * @param primary the place that the finding marks
 * @param secondary related places
 * @param why the physical reason of the rule; empty when the message states it
 * @param fixes ways to correct the input, the best one first
 * @param verdict the policy of the platform that it comes from
 */
public record Finding(
        Code code,
        String message,
        Label primary,
        List<Label> secondary,
        Optional<String> why,
        List<Fix> fixes,
        Optional<PolicyVerdict> verdict)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing((Finding f) -> f.primary.span())
            .thenComparing(Finding::code)
            .thenComparing(Finding::message);

    /** Copies the lists. */
    public Finding {
        secondary = List.copyOf(secondary);
        fixes = List.copyOf(fixes);
    }

    /** Creates a finding with a place and a sentence; the methods below add more. */
    public static Finding of(Code code, Span span, String message) {
        return new Finding(
                code, message, new Label(span, ""), List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    /** Returns the finding with a label at the primary place. */
    public Finding label(String text) {
        return new Finding(code, message, new Label(primary.span(), text), secondary, why, fixes, verdict);
    }

    /** Returns the finding with one more place. */
    public Finding also(Span span, String text) {
        List<Label> labels = new ArrayList<>(secondary);
        labels.add(new Label(span, text));
        return new Finding(code, message, primary, labels, why, fixes, verdict);
    }

    /** Returns the finding with the reason of the rule. */
    public Finding why(String reason) {
        return new Finding(code, message, primary, secondary, Optional.of(reason), fixes, verdict);
    }

    /** Returns the finding with one more fix. */
    public Finding fix(String text) {
        return fix(Fix.of(text));
    }

    /** Returns the finding with one more fix. */
    public Finding fix(Fix fix) {
        List<Fix> all = new ArrayList<>(fixes);
        all.add(fix);
        return new Finding(code, message, primary, secondary, why, all, verdict);
    }

    /** Returns the finding as one of a policy. */
    public Finding of(PolicyVerdict policy) {
        return new Finding(code, message, primary, secondary, why, fixes, Optional.of(policy));
    }

    /** Returns the waiver of a finding that the platform accepts. */
    public Optional<PolicyVerdict.Waiver> waiver() {
        return verdict.flatMap(PolicyVerdict::waiver);
    }

    /** Returns the severity of its code; a waived finding is a note. */
    public Severity severity() {
        return waiver().isPresent() ? Severity.NOTE : code.severity();
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
