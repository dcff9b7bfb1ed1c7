package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.RepoFolder;
import io.bitbuilder.bbc.plan.Plan;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.TerminalEscapes;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.SourceSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc diff}. */
@Command(
        name = "diff",
        description = "Show the changes to each host, for each tenant, between two states of the sources.",
        footer = {
            "",
            "BASE and HEAD are revisions of the repository or folders.",
            "",
            "Examples:",
            "  bbc diff main HEAD",
            "  bbc diff HEAD .                          uncommitted changes",
            "  bbc diff v12 v13 --format markdown       for a comment on a merge request"
        })
final class DiffCommand extends HelpOption implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "BASE", description = "Sources before the change.")
    private String base = "";

    @Parameters(index = "1", paramLabel = "HEAD", description = "Sources after the change.")
    private String head = "";

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Folder to read in each revision.")
    private Optional<Path> folder = Optional.empty();

    @Mixin
    private final PlanOptions options = new PlanOptions();

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        State before = compile(base);
        State after = compile(head);
        if (before.sources().isEmpty() && after.sources().isEmpty()) {
            throw new EnvironmentFault(Input.NOTHING);
        }
        if (before.tree().isEmpty() || after.tree().isEmpty()) {
            return 1;
        }
        console.out()
                .print(options.print(
                        Plan.between(before.tree().get(), after.tree().get()), console));
        return 0;
    }

    /** Sources, and their tree if they have no errors. */
    private record State(SourceSet sources, Optional<Tree> tree) {}

    /** Compiles a state; its errors are printed under its name. */
    private State compile(String state) {
        Findings findings = new Findings();
        try (OpenedSource opened = open(state)) {
            SourceSet sources = opened.readAny(findings);
            Optional<Tree> tree =
                    Compiler.compile(sources, AllocationMode.FREE, findings).tree();
            if (!findings.sorted().isEmpty()) {
                console.err().println("in " + TerminalEscapes.ascii(state) + ":");
                FindingPrinter.print(console, FormatOption.Format.TEXT, opened.paths(), findings);
            }
            return new State(sources, tree);
        }
    }

    /** Refuses a folder called like a revision: a change could add it to hide itself. */
    private void refuseRevision(String state) {
        if (state.startsWith(".") || state.startsWith("/") || !GitRepo.contains(console.folder())) {
            return;
        }
        try (GitRepo repo = GitRepo.openForReading(console.folder())) {
            repo.find(state).ifPresent(revision -> {
                throw new EnvironmentFault("ambiguous `" + state + "`: a folder and a revision; write `./" + state
                        + "` or the full name of the ref");
            });
        }
    }

    private OpenedSource open(String state) {
        Path path = console.folder().resolve(state);
        if (Files.isDirectory(path)) {
            refuseRevision(state);
            return OpenedSource.folders(console, List.of(path));
        }
        GitRepo repo = GitRepo.openForReading(console.folder());
        try {
            return OpenedSource.revision(
                    repo,
                    repo.resolve(state),
                    RepoFolder.of(repo, console.folder(), folder.stream().toList()));
        } catch (RuntimeException e) {
            repo.close();
            throw e;
        }
    }
}
