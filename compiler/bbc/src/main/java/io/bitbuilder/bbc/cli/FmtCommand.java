package io.bitbuilder.bbc.cli;

import io.bitbuilder.core.fault.EnvironmentFault;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc fmt}. */
@Command(
        name = "fmt",
        description = "Format *.bbc files in place, in the one style of the language.",
        footer = {
            "",
            "A file with an error is reported and left as it is. `-` formats standard input to standard output.",
            "",
            "Examples:",
            "  bbc fmt",
            "  bbc fmt tenants/acme platform/platform.bbc",
            "  bbc fmt --check          list the files that are not formatted; for pipelines",
            "  bbc fmt --diff           show the changes",
            "  bbc fmt - < buffer       format an unsaved file; for editors",
            "",
            "Exit codes: 0 success, 1 errors found (with --check and --diff, unformatted files too),",
            "2 usage or environment error, 3 file changed concurrently."
        })
final class FmtCommand extends HelpOption implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    private final Console console;

    @Mixin
    private final PathOptions paths = new PathOptions();

    @Option(names = "--check", description = "List the files that are not formatted; write nothing.")
    private boolean check;

    @Option(names = "--diff", description = "Show the changes as a diff; write nothing.")
    private boolean diff;

    FmtCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (check && diff) {
            throw new EnvironmentFault("--check excludes --diff");
        }
        FmtRun.Mode mode = check ? FmtRun.Mode.CHECK : diff ? FmtRun.Mode.DIFF : FmtRun.Mode.WRITE;
        boolean stream = paths.paths().contains(STANDARD_INPUT);
        if (stream && paths.paths().size() > 1) {
            throw new EnvironmentFault("`-` formats standard input alone");
        }
        FmtRun run = new FmtRun(console, mode);
        return stream ? run.standardInput() : run.files(paths.folders(console));
    }
}
