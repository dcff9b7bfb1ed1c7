package io.bitbuilder.bbc.cli;

import picocli.CommandLine.Option;

/** The help option that every command has. */
abstract class Helped {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;
}
