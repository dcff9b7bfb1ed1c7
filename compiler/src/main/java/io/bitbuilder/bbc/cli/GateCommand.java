package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.compile.Gate;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.git.GitRepo;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc gate}. */
@Command(
        name = "gate",
        description = {
            "Judge a change: what the branch would hold after it, under the platform of the base.",
            "Exit code 0 lets it in; any other refuses it."
        },
        footer = {
            "",
            "Examples:",
            "  bbc gate --base origin/main --head HEAD",
            "  bbc gate --base main --head topic --format markdown > comment.md",
            "  bbc gate --base main --head topic --platform head     for changes of the platform team"
        })
final class GateCommand extends Helped implements Callable<Integer> {
    /** Whose platform files are in force. */
    enum Authority {
        /** Those of the base: a change cannot raise its own ceilings. */
        BASE,
        /** Those of the change. */
        HEAD
    }

    private final Console console;

    @Option(names = "--base", required = true, paramLabel = "REF", description = "The protected branch that the change goes to.")
    private String base = "";

    @Option(names = "--head", required = true, paramLabel = "REF", description = "The change.")
    private String head = "";

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Folder of the repository that is read (default: the current one).")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--platform",
            paramLabel = "WHOSE",
            defaultValue = "base",
            description = {
                "Platform files in force: those of base, or of head (default: ${DEFAULT-VALUE}).",
                "With base, a change that touches platform files is refused."
            })
    private Authority platform = Authority.BASE;

    @Mixin
    private final PlanOptions form = new PlanOptions();

    GateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        try (GitRepo repo = GitRepo.openFromHook(console.folder())) {
            String within = RepoFolder.of(repo, console.folder(), folder.stream().toList());
            Gate.Verdict verdict =
                    Gate.judge(repo, repo.resolve(base), repo.resolve(head), within, platform == Authority.BASE, findings);
            int code = Report.print(console, Reporting.Format.TEXT, within.isEmpty() ? "" : within + "/", findings);
            verdict.plan().ifPresent(plan -> console.out().print(form.print(plan, console)));
            if (form.form() == PlanOptions.Form.TEXT) {
                console.err().println((code == 0 ? "accepted" : "refused") + ": tree " + verdict.treeId().substring(0, 12) + " of "
                        + verdict.head().shortId() + " on " + verdict.base().shortId());
            }
            return code;
        }
    }
}
