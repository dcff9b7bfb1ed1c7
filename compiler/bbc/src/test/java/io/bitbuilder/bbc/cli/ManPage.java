package io.bitbuilder.bbc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Manual page of a command, in the macros of man(7), made of what its help says. */
final class ManPage {
    private static final String EXAMPLES = "Examples:";
    private static final String EXIT_CODES = "Exit codes: ";

    private final StringBuilder out = new StringBuilder();
    private final CommandSpec spec;

    private ManPage(CommandSpec spec) {
        this.spec = spec;
    }

    /** Returns the page of a command; its name is {@link #name}. */
    static String of(CommandSpec spec) {
        ManPage page = new ManPage(spec);
        page.write();
        return page.out.toString();
    }

    /** Returns the name of the page of a command, {@code bbc-compile}. */
    static String name(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    private void write() {
        macro("TH", name(spec).toUpperCase(Locale.ROOT), "1", "", "bbc", "BitBuilder compiler");
        macro("SH", "NAME");
        String summary = String.join(" ", spec.usageMessage().description());
        text(name(spec) + " - " + summary.substring(0, 1).toLowerCase(Locale.ROOT)
                + summary.substring(1).replaceFirst("\\.$", ""));
        macro("SH", "SYNOPSIS");
        String synopsis = new CommandLine.Help(spec, CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .synopsis(0)
                .strip()
                .replaceAll("\\s+", " ");
        text(synopsis);
        macro("SH", "DESCRIPTION");
        text(summary);
        List<String> footer = Arrays.asList(spec.usageMessage().footer());
        words(footer);
        arguments();
        commands();
        examples(footer);
        exitStatus(footer);
        seeAlso();
    }

    /** Sentences of the footer before its examples and exit codes. */
    private void words(List<String> footer) {
        for (String line : footer) {
            if (line.equals(EXAMPLES) || line.startsWith(EXIT_CODES)) {
                return;
            }
            if (line.isEmpty()) {
                macro("PP");
            } else {
                text(line);
            }
        }
    }

    private void arguments() {
        List<ArgSpec> args = new ArrayList<>(spec.positionalParameters());
        spec.options().stream()
                .filter(o -> !o.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(args::add);
        if (!args.isEmpty()) {
            macro("SH", "OPTIONS");
        }
        for (ArgSpec arg : args) {
            macro("TP");
            out.append("\\fB").append(escaped(title(arg))).append("\\fR\n");
            text(String.join(" ", arg.description()));
        }
    }

    private static String title(ArgSpec arg) {
        if (arg instanceof OptionSpec option) {
            String names = String.join(", ", option.names());
            return option.arity().max() > 0 ? names + "=" + option.paramLabel() : names;
        }
        return arg.paramLabel();
    }

    private void commands() {
        if (spec.subcommands().isEmpty()) {
            return;
        }
        macro("SH", "COMMANDS");
        spec.subcommands().values().stream().map(CommandLine::getCommandSpec).forEach(command -> {
            macro("TP");
            out.append("\\fB").append(escaped(name(command))).append("\\fR(1)\n");
            text(String.join(" ", command.usageMessage().description()));
        });
    }

    private void examples(List<String> footer) {
        int start = footer.indexOf(EXAMPLES);
        if (start < 0) {
            return;
        }
        macro("SH", "EXAMPLES");
        macro("EX");
        footer.stream().skip(start + 1L).takeWhile(line -> !line.isEmpty()).forEach(line -> text(line.substring(2)));
        macro("EE");
    }

    private void exitStatus(List<String> footer) {
        macro("SH", "EXIT STATUS");
        String codes = String.join(
                " ",
                footer.stream().dropWhile(line -> !line.startsWith(EXIT_CODES)).toList());
        text(codes.isEmpty() ? "See bbc(1)." : codes.substring(EXIT_CODES.length()));
    }

    private void seeAlso() {
        macro("SH", "SEE ALSO");
        text(spec.parent() == null ? "systemd(1)" : name(spec.parent()) + "(1)");
    }

    private void macro(String name, String... arguments) {
        out.append('.').append(name);
        for (String argument : arguments) {
            out.append(" \"").append(escaped(argument)).append('"');
        }
        out.append('\n');
    }

    private void text(String line) {
        // A line that begins with one of these is a macro.
        String guard = line.startsWith(".") || line.startsWith("'") ? "\\&" : "";
        out.append(guard).append(escaped(line)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("`", "\\(ga")
                .replace("'", "\\(aq")
                .replace("\"", "\\(dq");
    }
}
