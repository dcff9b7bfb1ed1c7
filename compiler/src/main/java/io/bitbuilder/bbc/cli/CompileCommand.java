package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.allocate.Mode;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.git.CommitInfo;
import io.bitbuilder.bbc.git.CommitResult;
import io.bitbuilder.bbc.git.CommitWriter;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.OutputRef;
import io.bitbuilder.bbc.git.Revision;
import io.bitbuilder.bbc.tree.FolderWriter;
import io.bitbuilder.bbc.tree.Tree;
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
            "Without --out and --commit everything is done but the writing.",
            "",
            "Examples:",
            "  bbc compile tenants/ platform/ --out build/tree",
            "  bbc compile --commit hosts                 compile HEAD, commit the tree to branch hosts",
            "  bbc compile --rev v12 --out build/tree     compile what Git holds under v12",
            "  bbc compile . --locked                     refuse to choose what no lock holds"
        })
final class CompileCommand extends Reporting implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Write the tree to this folder, as a whole or not at all.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--commit",
            paramLabel = "REF",
            description = "Commit the tree to this branch, compiled from --rev (default: HEAD) and never from the work tree.")
    private Optional<String> commit = Optional.empty();

    @Option(names = "--locked", description = "Choose nothing: every `auto` must stand in a lock file.")
    private boolean locked;

    CompileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        try (Opened opened = source.open(console, commit.isPresent())) {
            // The ref is read first: a compilation that others overtake meanwhile is not committed.
            Optional<OutputRef> ref = commit.map(name -> OutputRef.read(opened.repo(), name));
            Compilation compilation = Compiler.compile(opened.read(findings), locked ? Mode.LOCKED : Mode.FREE, findings);
            int code = Report.print(console, format(), opened.prefix(), findings);
            if (code != 0) {
                return code;
            }
            Tree tree = compilation.tree().orElseThrow();
            out.ifPresent(folder -> write(tree, folder));
            ref.ifPresent(r -> commit(opened.repo(), r, tree, opened.revision()));
            if (format() == Format.TEXT) {
                Summary.of(compilation).forEach(console.out()::println);
                if (out.isEmpty() && commit.isEmpty()) {
                    console.err().println("nothing was written: --out FOLDER or --commit BRANCH does that");
                }
            }
            return 0;
        }
    }

    private void write(Tree tree, Path folder) {
        FolderWriter.Outcome outcome = FolderWriter.write(tree, console.folder().resolve(folder));
        if (format() == Format.TEXT) {
            console.out().println(outcome == FolderWriter.Outcome.UNCHANGED ? "unchanged: " + folder : "wrote " + folder);
        }
    }

    private void commit(GitRepo repo, OutputRef ref, Tree tree, Optional<Revision> revision) {
        CommitInfo info = CommitInfo.of(revision, VersionCommand.version());
        String done = switch (CommitWriter.commit(repo, ref, tree, info)) {
            case CommitResult.Written w -> "committed " + w.commitId() + " to " + ref.name();
            case CommitResult.Unchanged u -> "unchanged: " + ref.name() + " holds this tree already";
        };
        if (format() == Format.TEXT) {
            console.out().println(done);
        }
    }
}
