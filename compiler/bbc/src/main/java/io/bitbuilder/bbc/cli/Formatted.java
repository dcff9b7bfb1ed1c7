package io.bitbuilder.bbc.cli;

/** Command with a choice of output formats. A run that fails reports that in the chosen format, too. */
interface Formatted {
    /** Formats of findings, plans and failures. */
    enum Format {
        /** For people: findings on stderr. */
        TEXT,
        /** For programs: one JSON document on stdout. */
        JSON,
        /** For a comment or a summary of a forge: GitHub Flavored Markdown on stdout. */
        MARKDOWN,
        /** For code scanning: SARIF 2.1.0 on stdout. */
        SARIF,
        /** For results of tests: JUnit XML on stdout. */
        JUNIT,
        /** For annotations of a change: workflow commands of GitHub Actions on stdout. */
        GITHUB
    }

    /** Returns the requested format. */
    Format format();
}
