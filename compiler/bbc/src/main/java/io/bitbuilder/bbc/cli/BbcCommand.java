package io.bitbuilder.bbc.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bbc} without a command: prints the help. */
@Command(
        name = "bbc",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = BbcCommand.Version.class,
        description = "Compile the intent of tenants into the systemd configuration of their hosts.",
        commandListHeading = "%nCommands:%n",
        descriptionHeading = "%n",
        footer = {
            "",
            "Examples:",
            "  bbc check tenants/ platform/             find errors and conflicts",
            "  bbc test                                 run the tests of the language",
            "  bbc fmt                                  format all files in place",
            "  bbc compile . --out build/tree           write the compiled tree to a folder",
            "  bbc diff main HEAD                       the effect of a change on each host",
            "  bbc verify build/tree                    check systemd configuration files offline",
            "  bbc explain NET004                       the rule of a code, with examples",
            "  bbc explain acme.web.memory.high         the writers of a field, and the winner",
            "",
            "Exit codes: 0 success, 1 errors found, 2 usage or environment error, 3 ref changed concurrently,",
            "70 internal error."
        })
final class BbcCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version.")
    private boolean version;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** Answer of {@code --version}. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"bbc " + VersionCommand.version()};
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
