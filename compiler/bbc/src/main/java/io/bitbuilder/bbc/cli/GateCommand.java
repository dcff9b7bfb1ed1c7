package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.compile.Gate;
import io.bitbuilder.bbc.git.GitRepo;
import io.bitbuilder.bbc.git.RepoFolder;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc gate}. */
@Command(
        name = "gate",
        description = {
            "Check the result of merging a change, under the platform of the base.",
            "Exit code 0 accepts the change; any other code rejects it."
        },
        footer = {
            "",
            "Examples:",
            "  bbc gate --base origin/main --head HEAD",
            "  bbc gate --base main --head topic --format markdown > comment.md",
            "  bbc gate --base main --head topic --platform head     for changes of the platform team"
        })
final class GateCommand extends HelpOption implements Formatted, Callable<Integer> {
    /** Revision that the platform files come from. */
    enum Authority {
        /** The base: a change cannot raise its own ceilings. */
        BASE,
        /** The change. */
        HEAD
    }

    private final Console console;

    @Option(names = "--base", required = true, paramLabel = "REF", description = "The protected branch to merge into.")
    private String base = "";

    @Option(names = "--head", required = true, paramLabel = "REF", description = "The change to merge.")
    private String head = "";

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Folder of the fleet in the repository (default: the current one).")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--platform",
            paramLabel = "base|head",
            defaultValue = "base",
            description = {
                "Revision to take platform files from: base or head (default: ${DEFAULT-VALUE}).",
                "With base, a change that touches platform files is rejected."
            })
    private Authority platform = Authority.BASE;

    @Option(
            names = "--stop-workloads",
            description = "Accept a change that stops most workloads of a host; bbc-apply asks for consent there.")
    private boolean stopWorkloads;

    @Option(
            names = "--lose",
            paramLabel = "NAME",
            description = "Accept the loss of data of a volume (acme.db.data) or of a workload's root (acme.db).")
    private Set<String> lose = Set.of();

    @Mixin
    private final DateOption date = new DateOption();

    @Mixin
    private final PlanOptions options = new PlanOptions();

    GateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Format format() {
        return options.format();
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        try (GitRepo repo = GitRepo.openFromHook(console.folder())) {
            RepoFolder within =
                    RepoFolder.of(repo, console.folder(), folder.stream().toList());
            Gate.Policy policy = new Gate.Policy(platform == Authority.BASE, stopWorkloads, lose, date.date());
            Gate.Verdict verdict = Gate.judge(repo, repo.resolve(base), repo.resolve(head), within, policy, findings);
            List<Finding> shown = FindingPrinter.shown(format(), SourceViews.inRepository(verdict.root()), findings);
            String word = findings.hasErrors() ? "refused" : "accepted";
            if (format() == Format.TEXT) {
                FindingPrinter.print(console, format(), shown);
            }
            options.print(console, word, verdict.plan(), shown);
            console.err()
                    .println(word + ": tree " + verdict.treeId().substring(0, 12) + " of "
                            + verdict.head().shortId() + " on " + verdict.base().shortId());
            return findings.hasErrors() ? 1 : 0;
        }
    }
}
