package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.imports.Imports;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.core.scalar.Parsed;
import io.bitbuilder.core.scalar.PlainName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc import}. */
@Command(
        name = "import",
        description = "Print files of other tools as the program of a tenant.",
        footer = {
            "",
            "Reads compose files (*.yaml, *.yml), Quadlet (*.container, *.volume, *.network), settings of",
            "systemd-nspawn (*.nspawn) with units and drop-ins (*.service, *.service.d/*.conf), and bridges",
            "of systemd-networkd (*.netdev, *.network). Each key becomes a field, or a comment with the",
            "reason; a comment with `blank:` asks for a value that the source does not have.",
            "",
            "Examples:",
            "  bbc import compose.yaml --tenant acme -o tenants/acme/tenant.bbc",
            "  bbc import /etc/containers/systemd",
            "  bbc import /etc/systemd/nspawn /etc/systemd/system/systemd-nspawn@web.service.d",
            "",
            "Exit codes: 0 success, 1 errors found, 2 usage or environment error."
        })
final class ImportCommand extends HelpOption implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders with such files.")
    private List<Path> paths = List.of();

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            defaultValue = "imported",
            description = "Name of the tenant (default: ${DEFAULT-VALUE}).")
    private String tenant = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Write this new file instead of standard output.")
    private Optional<Path> out = Optional.empty();

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(PlainName.parse(tenant) instanceof Parsed.Good<String>)) {
            throw new EnvironmentFault(
                    "invalid tenant name `" + tenant + "` (expected lower-case letters, digits and -)");
        }
        Findings findings = new Findings();
        ForeignFiles files = new ForeignFiles(console, findings);
        paths.forEach(files::add);
        if (!findings.hasErrors()) {
            Imports.program(files.all(), tenant, findings).ifPresent(this::print);
        }
        return FindingPrinter.print(console, Formatted.Format.TEXT, SourceViews.AS_THEY_ARE, findings);
    }

    private void print(String program) {
        NewFile.print(console, out, program);
        long comments =
                program.lines().filter(line -> line.strip().startsWith("#")).count();
        long blanks = program.lines().filter(line -> line.contains("blank: ")).count();
        if (comments > 0) {
            console.err()
                    .println("bbc: " + comments + (comments == 1 ? " comment" : " comments") + " to read, " + blanks
                            + " with `blank:`");
        }
    }
}
