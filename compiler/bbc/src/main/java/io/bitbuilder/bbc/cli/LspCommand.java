package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.lsp.LanguageServerRun;
import io.bitbuilder.bbc.policy.WaiverRules;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bbc lsp}. */
@Command(
        name = "lsp",
        description = "Serve an editor over standard input and output (Language Server Protocol), for *.bbc, "
                + "metadata.json and files of systemd.",
        footer = {
            "",
            "Findings while typing are those of `bbc check` and `bbc verify`; unsaved buffers replace the files on "
                    + "disk.",
            "docs/editors.md sets up VS Code, Vim, Neovim and Helix.",
            "",
            "Exit codes: 0 the editor asked for the end, 1 it closed the connection, 2 usage or environment error."
        })
final class LspCommand extends HelpOption implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final DateOption date = new DateOption();

    LspCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return LanguageServerRun.serve(
                console.in(),
                console.out(),
                new LanguageServerRun.Settings(
                        VersionCommand.version(), pages(), WaiverRules.ofCheck(date.date()), Catalogue.NEWEST));
    }

    /** Returns the folder with the page of each code, beside the launcher. */
    private static Optional<Path> pages() {
        return Optional.ofNullable(System.getProperty("bbc.launcher"))
                .map(launcher -> Path.of(launcher).resolveSibling("stdlib").resolve("codes"))
                .filter(Files::isDirectory);
    }
}
