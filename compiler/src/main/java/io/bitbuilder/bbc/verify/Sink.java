package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.source.Span;

/** Receiver of findings. */
public final class Sink {
    private final Findings findings;
    private final int target;

    Sink(Findings findings, int target) {
        this.findings = findings;
        this.target = target;
    }

    /** Returns the release of systemd that reads the files. */
    public int target() {
        return target;
    }

    /** Adds a finding. */
    public void add(Finding finding) {
        findings.add(finding);
    }

    /** Adds a finding with a place and a message only. */
    public void add(Code code, Span span, String message) {
        add(Finding.of(code, span, message));
    }
}
