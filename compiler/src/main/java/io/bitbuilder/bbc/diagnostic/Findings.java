package io.bitbuilder.bbc.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collects findings over the stages of a run; the one thing that stages share and change. Used by one thread at a time. */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();

    private Predicate<Finding> silent = finding -> false;

    /** Adds one, unless it was said to follow from another. */
    public void add(Finding finding) {
        if (!silent.test(finding)) {
            all.add(finding);
        }
    }

    /** From now on findings for which that holds are not kept: they follow from others that are. */
    public void silence(Predicate<Finding> follows) {
        silent = silent.or(follows);
    }

    /** Adds all of another collection. */
    public void addAll(List<Finding> findings) {
        findings.forEach(this::add);
    }

    /** True when one of severity error is among them. */
    public boolean hasErrors() {
        return all.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /** True when one of severity error or warning is among them. */
    public boolean hasWarnings() {
        return all.stream().anyMatch(f -> f.severity() != Severity.NOTE);
    }

    /** All, sorted, each once, without those that only follow from others. */
    public List<Finding> sorted() {
        return Consequences.removed(all.stream().sorted().distinct().toList());
    }
}
