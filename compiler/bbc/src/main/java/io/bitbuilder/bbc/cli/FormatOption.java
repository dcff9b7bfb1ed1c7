package io.bitbuilder.bbc.cli;

import picocli.CommandLine.Option;

/** The option {@code --format} of commands that report findings. */
abstract class FormatOption extends HelpOption {
    /** Formats of findings. */
    enum Format {
        /** For people, on stderr. */
        TEXT,
        /** One JSON document on stdout. */
        JSON,
        /** SARIF 2.1.0 on stdout. */
        SARIF
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output format: text, json or sarif (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    /** Returns the requested format. */
    final Format format() {
        return format;
    }
}
