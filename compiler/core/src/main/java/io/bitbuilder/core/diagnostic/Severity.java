package io.bitbuilder.core.diagnostic;

/** Severity of a finding, in increasing order. */
public enum Severity {
    /** Information; never changes an exit code. */
    NOTE,
    /** Suspicious, but compiled. */
    WARNING,
    /** Nothing is written; exit code 1. */
    ERROR
}
