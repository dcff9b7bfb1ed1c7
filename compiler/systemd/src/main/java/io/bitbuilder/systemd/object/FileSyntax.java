package io.bitbuilder.systemd.object;

/** Syntax of a kind of file. */
public enum FileSyntax {
    /** Sections and assignments (systemd.syntax(7)). */
    SECTIONS,
    /** Shell-like assignments without sections (os-release(5)). */
    ENVIRONMENT,
    /** Lines of tmpfiles.d(5). */
    TMPFILES,
    /** Lines of sysusers.d(5). */
    SYSUSERS
}
