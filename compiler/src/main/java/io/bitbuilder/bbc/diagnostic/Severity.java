package io.bitbuilder.bbc.diagnostic;

/** How bad a finding is; the order is from harmless to fatal. */
public enum Severity {
    /** Good to know; never changes an exit code. */
    NOTE,
    /** Suspicious, compiled all the same. */
    WARNING,
    /** Nothing is written; exit code 1. */
    ERROR
}
