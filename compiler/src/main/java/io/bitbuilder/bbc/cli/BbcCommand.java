package io.bitbuilder.bbc.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bbc} alone shows its help. */
@Command(
        name = "bbc",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = false,
        description = "Compiles the intent of tenants into the systemd configuration of their hosts.",
        commandListHeading = "%nCommands:%n",
        descriptionHeading = "%n",
        footer = {
            "",
            "Examples:",
            "  bbc check tenants/ platform/             look for mistakes and conflicts",
            "  bbc compile . --out build/tree           write the compiled tree to a folder",
            "  bbc diff main HEAD                       what a change does to each host",
            "  bbc verify build/tree                    what systemd makes of any files of its own",
            "  bbc explain NET004                       what a code means and how to mend it",
            "",
            "Exit codes: 0 fine, 1 errors found, 2 wrong use or environment, 3 moved by others, 70 a fault of bbc."
        })
final class BbcCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @CommandLine.Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
