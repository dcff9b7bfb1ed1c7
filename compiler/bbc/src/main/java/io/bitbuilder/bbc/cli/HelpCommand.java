package io.bitbuilder.bbc.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code bbc help}: the same as {@code --help} of a command. */
@Command(name = "help", description = "Show the help of a command.")
final class HelpCommand extends HelpOption implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "A command and its subcommand.")
    private List<String> names = List.of();

    @Override
    public void run() {
        CommandLine line = spec.parent().commandLine();
        for (String name : names) {
            CommandLine inner = line.getSubcommands().get(name);
            if (inner == null) {
                throw new UnmatchedArgumentException(line, new ArrayList<>(List.of(name)));
            }
            line = inner;
        }
        line.usage(spec.commandLine().getOut());
    }
}
