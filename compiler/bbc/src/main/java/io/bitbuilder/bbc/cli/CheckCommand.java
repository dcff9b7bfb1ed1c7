package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.RepoFolder;
import io.bitbuilder.bbc.policy.WaiverRules;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc check}. */
@Command(
        name = "check",
        description = "Report errors and conflicts between tenants; write nothing without --fix.",
        footer = {
            "",
            "Examples:",
            "  bbc check",
            "  bbc check tenants/ platform/ --format sarif > bbc.sarif",
            "  bbc check --fix --diff   show what --fix would change",
            "  bbc check --staged       check the next commit; used by the pre-commit hook",
            "  bbc check - --as tenants/acme/tenant.bbc < buffer    check an unsaved file within its fleet"
        })
final class CheckCommand extends FormatOption implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private final DateOption date = new DateOption();

    @Option(names = "--staged", description = "Read the Git index (the staged files) instead of the work tree.")
    private boolean staged;

    @Option(names = "--fix", description = "Write the certain fixes into the files; report and judge what remains.")
    private boolean fix;

    @Option(names = "--diff", description = "With --fix: show the fixes as a diff and write nothing.")
    private boolean diff;

    @Option(
            names = "--as",
            paramLabel = "FILE",
            description = "With PATH `-`: read standard input in place of this file, within its fleet.")
    private Optional<Path> as = Optional.empty();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (fix || diff) {
            return fixed();
        }
        Findings findings = new Findings();
        try (OpenedSource opened = open()) {
            Compiler.check(opened.read(findings), AllocationMode.FREE, WaiverRules.ofCheck(date.date()), findings);
            int code = FindingPrinter.print(console, format(), opened.paths(), findings);
            if (code == 0 && format() == Format.TEXT && console.terminal()) {
                console.err().println("no errors");
            }
            return code;
        }
    }

    private int fixed() {
        if (!fix) {
            throw new EnvironmentFault("--diff needs --fix");
        }
        if (staged || as.isPresent() || source.hasRevision()) {
            throw new EnvironmentFault("--fix writes files of the work tree; it excludes --staged, --rev and --as");
        }
        if (diff && format() != Format.TEXT) {
            throw new EnvironmentFault("--diff excludes --format");
        }
        return diff
                ? FixRun.diff(console, source.folders(console))
                : FixRun.write(console, source.folders(console), format());
    }

    private OpenedSource open() {
        boolean stream = source.paths().contains(Path.of("-"));
        if (stream != as.isPresent() || stream && (staged || source.paths().size() > 1)) {
            throw new EnvironmentFault("`-` reads one file from standard input: `bbc check - --as FILE`");
        }
        if (staged && source.hasRevision()) {
            throw new EnvironmentFault("`--staged` reads the index and `--rev` a revision; use one of them");
        }
        if (stream) {
            return OpenedSource.unsaved(console, as.get());
        }
        return staged ? index() : source.open(console, false);
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
