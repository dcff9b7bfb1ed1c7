package io.bitbuilder.bbc.cli;

import picocli.CommandLine.Option;

/** The option {@code --format} of commands that report findings. */
abstract class FormatOption extends HelpOption implements Formatted {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output format: text, json, markdown, sarif, junit or github (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Override
    public final Format format() {
        return format;
    }
}
