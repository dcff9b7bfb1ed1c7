package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.source.Span;

/**
 * Who has or wants something.
 *
 * @param tenant its tenant; empty for the platform
 * @param title how messages name it, {@code network acme.front}
 * @param text the value that it claims
 * @param span where it claims it
 */
record Holder(String tenant, String title, String text, Span span) {
    /** The claim in one text, the same in every revision that has it. */
    String claim() {
        return title + " " + text;
    }

    boolean isPlatform() {
        return tenant.isEmpty();
    }
}
