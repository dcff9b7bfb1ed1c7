package io.bitbuilder.systemd.object;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Span;

/** Receiver of the findings about files that one release of systemd reads. */
public final class FindingSink {
    private final Findings findings;
    private final int target;

    /** Makes a receiver for files that a release of systemd reads. */
    public FindingSink(Findings findings, int target) {
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

    /** Adds a finding with a fix. */
    public void add(Code code, Span span, String message, String fix) {
        add(Finding.of(code, span, message).fix(fix));
    }

    /** Adds a finding with a place and a message only. */
    public void add(Code code, Span span, String message) {
        add(Finding.of(code, span, message));
    }
}
