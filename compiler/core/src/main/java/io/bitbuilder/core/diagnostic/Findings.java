package io.bitbuilder.core.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects findings over the stages of a run; the only mutable object that stages share. Used by one thread at a time.
 */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();

    /** Adds a finding. */
    public void add(Finding finding) {
        all.add(finding);
    }

    /** Adds all findings of another collection. */
    public void addAll(List<Finding> findings) {
        findings.forEach(this::add);
    }

    /** Returns all findings in the order of their arrival. */
    public List<Finding> all() {
        return List.copyOf(all);
    }

    /** Returns whether there is a finding of severity error. */
    public boolean hasErrors() {
        return all.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /** Returns whether there is a finding of severity error or warning. */
    public boolean hasWarnings() {
        return all.stream().anyMatch(f -> f.severity() != Severity.NOTE);
    }

    /** Returns all findings, sorted, without duplicates, repetitions and mere consequences of others. */
    public List<Finding> sorted() {
        return Repetitions.joined(
                Consequences.removed(all.stream().sorted().distinct().toList()));
    }
}
