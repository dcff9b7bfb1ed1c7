package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.explain.AccountJson;
import io.bitbuilder.bbc.explain.AccountText;
import io.bitbuilder.bbc.explain.Explainer;
import io.bitbuilder.bbc.explain.FieldAccount;
import io.bitbuilder.bbc.explain.FieldLines;
import io.bitbuilder.bbc.explain.LineAccount;
import io.bitbuilder.core.diagnostic.Findings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc explain}: the page of a code, the writers of a field, the origin of a line of output. */
@Command(
        name = "explain",
        description = "Explain a code, a field of the sources, or a line of the compiled tree.",
        footer = {
            "",
            "Examples:",
            "  bbc explain                                list all codes",
            "  bbc explain NET004                         the rule of a code, a wrong and a right example",
            "  bbc explain acme.web.memory.high           writers of the field, the winner, resulting lines",
            "  bbc explain build/tree/hosts/node-a/host.json:6 tenants/ platform/",
            "                                             the source line or default of this line"
        })
final class ExplainCommand extends HelpOption implements Callable<Integer> {
    private final Console console;

    /** Formats of an answer. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs. */
        JSON
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SUBJECT",
            description = "A code, a field or FILE:LINE of a compiled tree; without one, all codes are listed.")
    private Optional<String> subject = Optional.empty();

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PATH",
            description = "Folders and files to compile for a field or a line (default: the current folder).")
    private List<Path> paths = List.of();

    @Option(
            names = "--rev",
            paramLabel = "REV",
            description = "Read this Git revision instead of folders; PATH is then one folder of the repository.")
    private Optional<String> rev = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Output format: text or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (subject.map(ExplainSubject::of).orElseGet(ExplainSubject.AllCodes::new)) {
            case ExplainSubject.AllCodes a -> print(CodeExplanations.all(format == Format.JSON));
            case ExplainSubject.OneCode(String id) -> print(CodeExplanations.one(id, format == Format.JSON));
            case ExplainSubject.Field(String name) -> field(name);
            case ExplainSubject.Line line -> line(line);
        };
    }

    private int field(String name) {
        Findings findings = new Findings();
        try (OpenedSource opened = SourceOptions.open(console, rev, false, paths)) {
            Compilation compilation = Compiler.check(opened.read(findings), AllocationMode.FREE, findings);
            boolean broken = findings.hasErrors();
            int code = FindingPrinter.print(console, Formatted.Format.TEXT, opened.paths(), findings);
            Explainer explainer = broken ? Explainer.ofFields(compilation) : Explainer.of(compilation);
            FieldAccount account = explainer.field(name);
            List<FieldLines> lines = explainer.linesOf(account);
            print(
                    format == Format.JSON
                            ? AccountJson.of(account, lines, opened.paths().toReader())
                            : AccountText.of(account, lines, opened.paths().toReader()));
            return code;
        }
    }

    private int line(ExplainSubject.Line line) {
        Findings findings = new Findings();
        try (OpenedSource opened = SourceOptions.open(console, rev, false, paths)) {
            Compilation compilation = Compiler.check(opened.read(findings), AllocationMode.FREE, findings);
            if (FindingPrinter.print(console, Formatted.Format.TEXT, opened.paths(), findings) != 0) {
                return 1;
            }
            Explainer explainer = Explainer.of(compilation);
            TreeLine place = TreeLine.of(line.file(), console.folder(), explainer.tree());
            Optional<String> difference = place.difference(explainer.tree());
            if (difference.isPresent()) {
                console.err().println("bbc: " + difference.get());
                return 1;
            }
            LineAccount account = explainer.line(place.path(), line.number());
            return print(
                    format == Format.JSON
                            ? AccountJson.of(account, opened.paths().toReader())
                            : AccountText.of(account, opened.paths().toReader()));
        }
    }

    private int print(String answer) {
        console.out().print(answer);
        return 0;
    }
}
