package io.bitbuilder.bbc.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** Collects findings over the stages of a run; the one thing that stages share and change. Used by one thread at a time. */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();

    /** Adds one. */
    public void add(Finding finding) {
        all.add(finding);
    }

    /** Adds all of another collection. */
    public void addAll(List<Finding> findings) {
        all.addAll(findings);
    }

    /** True when one of severity error is among them. */
    public boolean hasErrors() {
        return all.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /** All, sorted, each once. */
    public List<Finding> sorted() {
        return all.stream().sorted().distinct().toList();
    }
}
