package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.HookInstaller;
import io.bitbuilder.bbc.git.MergeDriver;
import io.bitbuilder.bbc.git.RepoFolder;
import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bbc hook}: the pre-commit hook of a work tree. */
@Command(
        name = "hook",
        description = "Install the Git hook that checks staged files before each commit.",
        synopsisSubcommandLabel = "install")
final class HookCommand extends HelpOption implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Returns the command with its subcommands. */
    static CommandLine withInstall(Console console) {
        return new CommandLine(new HookCommand()).addSubcommand(new Install(console));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code bbc hook install}. */
    @Command(
            name = "install",
            description = "Write the pre-commit hook of this repository; never replace a hook that bbc did not write.",
            footer = {"", "Example:", "  bbc hook install --folder fleet"})
    static final class Install extends HelpOption implements Callable<Integer> {
        private final Console console;

        @Option(
                names = "--folder",
                paramLabel = "FOLDER",
                description = "Folder of the fleet in the repository (default: the current one).")
        private Optional<Path> folder = Optional.empty();

        @Option(
                names = "--merge-driver",
                description = "Also make Git merge lock files by `bbc lock --merge` in this repository.")
        private boolean mergeDriver;

        Install(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (GitRepo repo = GitRepo.open(console.folder())) {
                RepoFolder within =
                        RepoFolder.of(repo, console.folder(), folder.stream().toList());
                HookInstaller.Outcome outcome = HookInstaller.install(repo, launcher(), fleet(repo, within));
                String done = outcome == HookInstaller.Outcome.INSTALLED ? "installed " : "unchanged: ";
                console.out().println(done + HookInstaller.path(repo));
                if (mergeDriver) {
                    boolean changed = MergeDriver.install(repo, launcher(), fleet(repo, within));
                    console.out().println((changed ? "installed " : "unchanged: ") + "the merge driver of lock files");
                }
                return 0;
            }
        }

        /** Returns the folder of the fleet, in the files of the work tree or of the index. */
        private static String fleet(GitRepo repo, RepoFolder folder) {
            Path workTree = repo.workTree().orElseThrow(() -> new EnvironmentFault("a bare repository has no index"));
            Path root = FolderReader.base(List.of(workTree.resolve(folder.path())));
            return FolderReader.top(List.of(root)).relativize(root).toString();
        }

        /** Returns the path of the launcher: a hook must not depend on the PATH of the committer. */
        private static Path launcher() {
            return Optional.ofNullable(System.getProperty("bbc.launcher"))
                    .map(Path::of)
                    .orElseThrow(() -> new EnvironmentFault("cannot install a hook without the launcher `bbc`"));
        }
    }
}
