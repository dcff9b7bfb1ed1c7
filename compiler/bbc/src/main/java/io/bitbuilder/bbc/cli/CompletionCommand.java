package io.bitbuilder.bbc.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bbc completion}. */
@Command(
        name = "completion",
        description = "Print a script that completes commands and options in a shell.",
        footer = {
            "",
            "Examples:",
            "  bbc completion bash > ~/.local/share/bash-completion/completions/bbc",
            "  source <(bbc completion zsh)",
            "  bbc completion fish > ~/.config/fish/completions/bbc.fish"
        })
final class CompletionCommand extends HelpOption implements Runnable {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    /** Shells with a script. */
    enum Shell {
        BASH,
        /** Reads the script of bash. */
        ZSH,
        FISH
    }

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.out()
                .print(
                        switch (shell) {
                            case BASH, ZSH ->
                                AutoComplete.bash("bbc", spec.parent().commandLine());
                            case FISH -> FishCompletion.of(spec.parent());
                        });
    }
}
