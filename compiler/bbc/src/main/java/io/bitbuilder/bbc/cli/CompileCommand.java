package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.git.CommitInfo;
import io.bitbuilder.bbc.git.CommitResult;
import io.bitbuilder.bbc.git.CommitWriter;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.OutputRef;
import io.bitbuilder.bbc.git.Revision;
import io.bitbuilder.bbc.tree.FolderWriter;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.core.diagnostic.Findings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc compile}. */
@Command(
        name = "compile",
        description = "Compile sources into the tree of every host, and write it to a folder or a branch.",
        footer = {
            "",
            "Without --out or --commit, nothing is written.",
            "",
            "Examples:",
            "  bbc compile tenants/ platform/ --out build/tree",
            "  bbc compile --commit hosts                 compile HEAD, commit the tree to branch hosts",
            "  bbc compile --rev v12 --out build/tree     compile revision v12 from Git",
            "  bbc compile . --locked                     fail if an `auto` value is not locked"
        })
final class CompileCommand extends FormatOption implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Write the tree to this folder, atomically.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--commit",
            paramLabel = "REF",
            description =
                    "Commit the tree to this branch, compiled from --rev (default: HEAD), never from the work tree.")
    private Optional<String> commit = Optional.empty();

    @Option(names = "--locked", description = "Fail if any `auto` value is not in a lock file.")
    private boolean locked;

    CompileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        try (OpenedSource opened = source.open(console, commit.isPresent())) {
            // Read before compiling, so that a ref that changes meanwhile is not overwritten.
            Optional<OutputRef> ref = commit.map(name -> OutputRef.read(opened.repo(), name));
            Compilation compilation = Compiler.compile(
                    opened.read(findings), locked ? AllocationMode.LOCKED : AllocationMode.FREE, findings);
            // Written first: a document must not be followed by that of a failure.
            compilation.tree().ifPresent(tree -> {
                out.ifPresent(folder -> write(tree, folder));
                ref.ifPresent(r -> commit(opened.repo(), r, tree, opened.revision()));
            });
            int code = FindingPrinter.print(console, format(), opened.paths(), findings);
            if (code != 0) {
                return code;
            }
            if (format() == Format.TEXT) {
                Summary.of(compilation).forEach(console.out()::println);
                if (out.isEmpty() && commit.isEmpty()) {
                    console.err().println("nothing was written; use --out FOLDER or --commit BRANCH");
                }
            }
            return 0;
        }
    }

    private void write(Tree tree, Path folder) {
        FolderWriter.Outcome outcome = FolderWriter.write(tree, console.folder().resolve(folder));
        if (format() == Format.TEXT) {
            console.out()
                    .println(outcome == FolderWriter.Outcome.UNCHANGED ? "unchanged: " + folder : "wrote " + folder);
        }
    }

    private void commit(GitRepo repo, OutputRef ref, Tree tree, Optional<Revision> revision) {
        CommitInfo info = CommitInfo.of(revision, VersionCommand.version());
        String done = switch (CommitWriter.commit(repo, ref, tree, info)) {
            case CommitResult.Written w -> "committed " + w.commitId() + " to " + ref.name();
            case CommitResult.Unchanged u -> "unchanged: " + ref.name() + " already has this tree";
        };
        if (format() == Format.TEXT) {
            console.out().println(done);
        }
    }
}
