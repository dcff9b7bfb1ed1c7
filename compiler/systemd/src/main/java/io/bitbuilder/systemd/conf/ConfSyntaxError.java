package io.bitbuilder.systemd.conf;

import io.bitbuilder.core.diagnostic.Effect;
import io.bitbuilder.core.source.Span;

/** A syntax error in a configuration file: a problem that the reader itself reports. */
public sealed interface ConfSyntaxError {
    /** Returns the line. */
    Span span();

    /** Returns a clause for people, without a full stop. */
    String reason();

    /**
     * A line that is not a header, an assignment or a comment.
     *
     * @param effect the part that systemd ignores: the line, or the file from there on
     * @param reason one sentence without a full stop
     */
    record Malformed(Effect effect, String reason, Span span) implements ConfSyntaxError {}

    /** A section header without closing bracket; systemd ignores the file from there on. */
    record OpenHeader(Span span) implements ConfSyntaxError {
        @Override
        public String reason() {
            return "missing closing bracket of the section header";
        }
    }

    /**
     * A line before the first header; systemd ignores it.
     *
     * @param assignment true when it has the form {@code Key=Value}
     */
    record OutsideSection(boolean assignment, Span span) implements ConfSyntaxError {
        @Override
        public String reason() {
            return "the line is outside of a section";
        }
    }

    /**
     * A section that the type of file does not have; systemd ignores it.
     *
     * @param name the section
     */
    record UnknownSection(String name, Span span) implements ConfSyntaxError {
        @Override
        public String reason() {
            return "unknown section [" + name + "]";
        }
    }
}
