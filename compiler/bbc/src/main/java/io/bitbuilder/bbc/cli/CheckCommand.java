package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.RepoFolder;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc check}. */
@Command(
        name = "check",
        description = "Report errors and conflicts between tenants; write nothing.",
        footer = {
            "",
            "Examples:",
            "  bbc check",
            "  bbc check tenants/ platform/ --format sarif > bbc.sarif",
            "  bbc check --staged       check the next commit; used by the pre-commit hook"
        })
final class CheckCommand extends FormatOption implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Option(names = "--staged", description = "Read the Git index (the staged files) instead of the work tree.")
    private boolean staged;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        try (OpenedSource opened = staged ? index() : source.open(console, false)) {
            Compiler.check(opened.read(findings), AllocationMode.FREE, findings);
            int code = FindingPrinter.print(console, format(), opened.paths(), findings);
            if (code == 0 && format() == Format.TEXT && console.terminal()) {
                console.err().println("no errors");
            }
            return code;
        }
    }

    private OpenedSource index() {
        GitRepo repo = GitRepo.openFromHook(console.folder());
        try {
            return OpenedSource.index(repo, RepoFolder.of(repo, console.folder(), source.paths()));
        } catch (RuntimeException e) {
            repo.close();
            throw e;
        }
    }
}
