package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.init.StarterFleet;
import io.bitbuilder.core.diagnostic.Suggestions;
import io.bitbuilder.core.diagnostic.TerminalEscapes;
import io.bitbuilder.core.fault.Fault;
import io.bitbuilder.core.fault.InternalFault;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point. */
public final class Main {
    private static final int USAGE = 2;
    private static final int INTERNAL = 70;
    private static final int HELP_COLUMNS = 100;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = 0;
        Console console = Console.ofProcess();
        try (ProgressLine progress = ProgressLine.start(console)) {
            console = progress.console();
            code = run(args, console);
        }
        // A closed pipe or a full disk is not a success.
        if (!console.flush() && code == 0) {
            code = USAGE;
        }
        System.exit(code);
    }

    /** Runs a command within a process; used by tests too. */
    public static int run(String[] args, Console console) {
        return DeepStack.call(() -> executed(args, console), INTERNAL);
    }

    private static int executed(String[] args, Console console) {
        try {
            return commandLine(console).execute(args);
        } catch (Error e) {
            // Picocli does not catch errors of the JVM; a crash must not exit like findings.
            return failed(e, console);
        } finally {
            console.flush();
        }
    }

    /** Returns all commands. */
    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new BbcCommand())
                .addSubcommand(new InitCommand(console))
                .addSubcommand(new CompileCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new TestCommand(console))
                .addSubcommand(new FmtCommand(console))
                .addSubcommand(new LockCommand(console))
                .addSubcommand(new DiffCommand(console))
                .addSubcommand(new GateCommand(console))
                .addSubcommand(HookCommand.withInstall(console))
                .addSubcommand(new VerifyCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new ShowCommand(console))
                .addSubcommand(new GraphCommand(console))
                .addSubcommand(new SchemaCommand(console))
                .addSubcommand(new ConvertCommand(console))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new LimitsCommand(console))
                .addSubcommand(new LspCommand(console))
                .addSubcommand(new CompletionCommand(console))
                .addSubcommand(new HelpCommand())
                .addSubcommand(new VersionCommand(console));
        return line.setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setUsageHelpWidth(HELP_COLUMNS)
                .setExpandAtFiles(false)
                .setAbbreviatedOptionsAllowed(false)
                .setAbbreviatedSubcommandsAllowed(false)
                .registerConverter(Formatted.Format.class, new Words<>(Formatted.Format.class))
                .registerConverter(ExplainCommand.Format.class, new Words<>(ExplainCommand.Format.class))
                .registerConverter(ShowCommand.Format.class, new Words<>(ShowCommand.Format.class))
                .registerConverter(GraphCommand.Format.class, new Words<>(GraphCommand.Format.class))
                .registerConverter(StarterFleet.Pipeline.class, new Words<>(StarterFleet.Pipeline.class))
                .registerConverter(SchemaCommand.Subject.class, new Words<>(SchemaCommand.Subject.class))
                .registerConverter(CompletionCommand.Shell.class, new Words<>(CompletionCommand.Shell.class))
                .registerConverter(GateCommand.Authority.class, new Words<>(GateCommand.Authority.class))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((e, a) -> usage(e, console))
                .setExecutionExceptionHandler((e, l, r) -> failed(e, l, console));
    }

    private static int usage(ParameterException e, Console console) {
        CommandLine line = e.getCommandLine();
        console.err()
                .println("bbc: "
                        + (isCommand(e)
                                ? unknownCommand(line, (UnmatchedArgumentException) e)
                                : TerminalEscapes.ascii(lowerFirst(e.getMessage()))));
        String name = line.getCommandSpec().qualifiedName();
        console.err().println("See `" + name + " --help`.");
        return USAGE;
    }

    private static String lowerFirst(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static boolean isCommand(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                && !e.getCommandLine().getSubcommands().isEmpty()
                && !unmatched.getUnmatched().isEmpty()
                && !unmatched.getUnmatched().getFirst().startsWith("-");
    }

    private static String unknownCommand(CommandLine line, UnmatchedArgumentException e) {
        String word = e.getUnmatched().getFirst();
        String near = Suggestions.closest(word, line.getSubcommands().keySet())
                .map(s -> "; the nearest is `" + s + "`")
                .orElse("");
        return "unknown command `" + TerminalEscapes.ascii(word) + "`" + near;
    }

    private static int failed(Throwable e, CommandLine line, Console console) {
        if (line.getCommand() instanceof Formatted command) {
            FindingPrinter.printFailure(
                    console,
                    command.format(),
                    e instanceof Fault fault && !(e instanceof InternalFault)
                            ? String.valueOf(fault.getMessage())
                            : "internal error " + e.getClass().getName());
        }
        return failed(e, console);
    }

    private static int failed(Throwable e, Console console) {
        if (e instanceof Fault fault && !(e instanceof InternalFault)) {
            console.err().println("bbc: " + TerminalEscapes.ascii(fault.getMessage()));
            return fault.exitCode();
        }
        if (e instanceof OutOfMemoryError) {
            long heap = Runtime.getRuntime().maxMemory() >> 20;
            console.err()
                    .println("bbc: out of memory, nothing was written: the heap of " + heap
                            + " MiB is full. A larger one: BBC_HEAP=8g bbc ...");
            return USAGE;
        }
        console.err()
                .println("bbc: internal error, nothing was written. Please report it with the lines below and "
                        + "the input.");
        console.err().println("bbc " + VersionCommand.version() + ", Java " + Runtime.version());
        for (Throwable t = e; t != null; t = t.getCause()) {
            console.err()
                    .println(t.getClass().getName() + ": " + TerminalEscapes.ascii(String.valueOf(t.getMessage())));
            List.of(t.getStackTrace()).stream()
                    .limit(12)
                    .forEach(f -> console.err().println("    at " + f));
        }
        return INTERNAL;
    }
}
