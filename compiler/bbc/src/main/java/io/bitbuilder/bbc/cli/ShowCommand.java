package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.show.Show;
import io.bitbuilder.core.diagnostic.Findings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc show}: the evaluated model, with profiles, defaults and allocated values. */
@Command(
        name = "show",
        description = "Print the evaluated model: blocks with all fields, defaults and allocated values.",
        footer = {
            "",
            "A value that bbc chose has a comment, such as `# auto`. Text of a block is a program again.",
            "",
            "Examples:",
            "  bbc show                          tenants and hosts",
            "  bbc show acme                     a tenant with all its blocks",
            "  bbc show acme.web                 a workload; acme.front is a network",
            "  bbc show acme.web.memory.limit    one value",
            "  bbc show platform.host.node-a     a block of the platform",
            "  bbc show --hosts fleet/           the workloads of each host, and its load"
        })
final class ShowCommand extends HelpOption implements Callable<Integer> {
    private final Console console;

    /** Formats of the model. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs. */
        JSON
    }

    /** Lists in place of a block. */
    static final class Listed {
        @Option(names = "--hosts", description = "Print the hosts with their workloads, requests and capacity.")
        private boolean hosts;

        @Option(
                names = "--grants",
                description = "Print all claims of `auto` with their values: auto, locked or literal.")
        private boolean grants;
    }

    @ArgGroup
    private Listed listed = new Listed();

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME|PATH",
            description = "The name of a block or field; then folders and files to read (default: the current folder). "
                    + "An argument with a slash, or `.`, is a path.")
    private List<String> arguments = List.of();

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

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> rest = new ArrayList<>(arguments);
        boolean named = !listed.hosts && !listed.grants && !rest.isEmpty() && !isPath(rest.getFirst());
        Optional<String> name = named ? Optional.of(rest.removeFirst()) : Optional.empty();
        Findings findings = new Findings();
        try (OpenedSource opened = SourceOptions.open(
                console, rev, false, rest.stream().map(Path::of).toList())) {
            Compilation compilation = Compiler.check(opened.read(findings), AllocationMode.FREE, findings);
            int code = FindingPrinter.print(console, Formatted.Format.TEXT, opened.paths(), findings);
            Show show = new Show(compilation, format == Format.JSON);
            console.out().print(shown(show, name));
            return code;
        }
    }

    private String shown(Show show, Optional<String> name) {
        if (listed.hosts) {
            return show.hosts();
        }
        return listed.grants ? show.grants() : name.map(show::named).orElseGet(show::overview);
    }

    private static boolean isPath(String argument) {
        return argument.indexOf('/') >= 0 || argument.equals(".") || argument.equals("..");
    }
}
