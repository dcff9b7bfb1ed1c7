package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Comparison;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.RepoFolder;
import io.bitbuilder.bbc.plan.Plan;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.TerminalEscapes;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.source.SourceSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
            "BASE and HEAD are revisions of the repository or folders. BASE...HEAD stands for two revisions, of",
            "which the first one is replaced by their last common commit: only the changes of HEAD are shown.",
            "",
            "Examples:",
            "  bbc diff main HEAD",
            "  bbc diff main...topic                    changes of topic since it left main",
            "  bbc diff HEAD .                          uncommitted changes",
            "  bbc diff v12 v13 --format markdown       for a comment on a merge request"
        })
final class DiffCommand extends HelpOption implements Formatted, Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "BASE", description = "Sources before the change.")
    private String base = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "HEAD", description = "Sources after the change.")
    private String head = "";

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Folder to read in each revision.")
    private Optional<Path> folder = Optional.empty();

    @Mixin
    private final PlanOptions options = new PlanOptions();

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Format format() {
        return options.format();
    }

    @Override
    public Integer call() {
        String[] dots = head.isEmpty() ? base.split("\\.\\.\\.", -1) : new String[0];
        if (head.isEmpty() && dots.length != 2) {
            throw new EnvironmentFault("missing HEAD: write `bbc diff BASE HEAD` or `bbc diff BASE...HEAD`");
        }
        State before = dots.length == 2 ? mergeBase(orHead(dots[0]), orHead(dots[1])) : compile(base);
        State after = compile(dots.length == 2 ? orHead(dots[1]) : head);
        if (before.sources().isEmpty() && after.sources().isEmpty()) {
            throw new EnvironmentFault(Input.NOTHING);
        }
        if (before.compilation.tree().isEmpty() || after.compilation.tree().isEmpty()) {
            options.print(
                    console,
                    "invalid",
                    Optional.empty(),
                    Stream.of(before, after).flatMap(s -> s.findings().stream()).toList());
            return 1;
        }
        Plan plan = Comparison.plan(before.compilation, after.compilation);
        options.print(console, "compared", Optional.of(plan), after.findings());
        return 0;
    }

    private static String orHead(String name) {
        return name.isEmpty() ? "HEAD" : name;
    }

    /** Compiles the last common commit of two revisions, so that only the changes of the second one are shown. */
    private State mergeBase(String one, String other) {
        try (GitRepo repo = GitRepo.openForReading(console.folder())) {
            return compile(
                    repo.mergeBase(repo.resolve(one), repo.resolve(other)).id());
        }
    }

    /** Sources, their compilation, and their findings with displayed paths. */
    private record State(SourceSet sources, Compilation compilation, List<Finding> findings) {}

    /** Compiles a state; in text, its errors are printed under its name. */
    private State compile(String state) {
        Findings findings = new Findings();
        try (OpenedSource opened = open(state)) {
            SourceSet sources = opened.readAny(findings);
            Compilation compilation = Compiler.compile(sources, AllocationMode.FREE, findings);
            List<Finding> shown = FindingPrinter.shown(format(), opened.paths(), findings);
            if (!shown.isEmpty() && format() == Format.TEXT) {
                console.err().println("in " + TerminalEscapes.ascii(state) + ":");
                FindingPrinter.print(console, format(), shown);
            }
            return new State(sources, compilation, shown);
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
