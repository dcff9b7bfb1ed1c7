package io.bitbuilder.bbc.cli;

import io.bitbuilder.core.diagnostic.Findings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc convert}. */
@Command(
        name = "convert",
        description = "Print metadata.json as a program, or the program of a tenant as metadata.json.",
        footer = {
            "",
            "Both forms compile to the same tree. A construct that format 1.0 of metadata.json lacks is refused",
            "(JSN011). Comments of a program are lost: JSON has none. A tenant is read from one form only, so",
            "delete the other file. Template metadata is printed as a profile.",
            "",
            "Examples:",
            "  bbc convert tenants/acme/metadata.json -o tenants/acme/tenant.bbc",
            "  bbc convert tenants/acme                 the form that the folder does not have",
            "",
            "Exit codes: 0 success, 1 errors found, 2 usage or environment error."
        })
final class ConvertCommand extends HelpOption implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE|FOLDER", description = "A metadata.json, a *.bbc file, or the folder of a tenant.")
    private Path path = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Write this new file instead of standard output.")
    private Optional<Path> out = Optional.empty();

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        Optional<String> text = new ConvertRun(console, findings).convert(path);
        text.ifPresent(t -> NewFile.print(console, out, t));
        return FindingPrinter.print(console, Formatted.Format.TEXT, SourceViews.AS_THEY_ARE, findings);
    }
}
