package io.bitbuilder.bbc.conf;

import io.bitbuilder.bbc.diagnostic.Effect;
import io.bitbuilder.bbc.source.Span;

/**
 * A mistake of form: something that the reader itself complains about.
 *
 * @param kind   which
 * @param effect what systemd does then
 * @param reason one sentence without a full stop
 */
public record Slip(Kind kind, Effect effect, String reason, Span span) {

    /** Kinds of mistakes. */
    public enum Kind {
        /** A line that is no header, no assignment, no comment. */
        FORM,
        /** A section that the type of file does not have. */
        SECTION
    }
}
