package io.bitbuilder.bbc.lsp;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.systemd.verify.Verifier;
import java.util.List;

/** Buffers that systemd reads, checked as {@code bbc verify FILE} does. */
final class SystemdBuffers {
    private final DiagnosticPublisher publisher;
    private int release;

    SystemdBuffers(DiagnosticPublisher publisher, int release) {
        this.publisher = publisher;
        this.release = release;
    }

    /** Sets the release of systemd. */
    void release(int wanted) {
        release = wanted;
    }

    /** Returns the release of systemd. */
    int release() {
        return release;
    }

    /** Checks a buffer and publishes its findings; called by one thread. */
    void check(OpenDocument buffer) {
        Findings findings = new Findings();
        Verifier.of(release).verify(List.of(buffer.raw()), false, findings);
        publisher.buffer(buffer, findings.sorted());
    }
}
