package io.bitbuilder.bbc.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions of fish: one {@code complete} line for each command and option. */
final class FishCompletion {
    private final StringBuilder out = new StringBuilder();

    private FishCompletion() {}

    static String of(CommandSpec bbc) {
        FishCompletion script = new FishCompletion();
        script.options(bbc, "__fish_use_subcommand");
        for (CommandLine command : bbc.subcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            script.command("__fish_use_subcommand", spec);
            String seen = "__fish_seen_subcommand_from " + spec.name();
            script.options(spec, seen);
            command.getSubcommands().values().forEach(inner -> {
                script.command(seen, inner.getCommandSpec());
                script.options(inner.getCommandSpec(), seen);
            });
        }
        return script.out.toString();
    }

    private void command(String condition, CommandSpec spec) {
        complete(condition, " -a " + quoted(spec.name()), spec.usageMessage().description());
    }

    private void options(CommandSpec spec, String condition) {
        for (OptionSpec option : spec.options()) {
            StringBuilder words = new StringBuilder();
            for (String name : option.names()) {
                words.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            complete(condition, words + (option.arity().max() > 0 ? " -r" : ""), option.description());
        }
    }

    private void complete(String condition, String words, String[] description) {
        String text = String.join(" ", description);
        out.append("complete -c bbc -n ").append(quoted(condition)).append(words);
        if (!text.isEmpty()) {
            out.append(" -d ").append(quoted(text));
        }
        out.append('\n');
    }

    /** Quotes a word for fish, where a backslash escapes in single quotes, too. */
    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
