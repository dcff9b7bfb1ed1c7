package io.bitbuilder.bbc.cli;

import picocli.CommandLine.Option;

/** The help option that every command has. */
abstract class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;
}
