package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.graph.Graph;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc graph}: who is connected to whom. */
@Command(
        name = "graph",
        description = "Print hosts, tenants, networks, workloads and their connections as a graph.",
        footer = {
            "",
            "Examples:",
            "  bbc graph > fleet.mmd                     a flowchart of Mermaid, as forges render it",
            "  bbc graph --format dot | dot -Tsvg        a picture by Graphviz",
            "  bbc graph --format json --rev main        nodes and edges of a revision"
        })
final class GraphCommand extends HelpOption implements Callable<Integer> {
    private final Console console;

    /** Forms of a graph. */
    enum Format {
        /** Flowchart of Mermaid. */
        MERMAID,
        /** Graphviz. */
        DOT,
        /** For programs. */
        JSON
    }

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "mermaid",
            description = "Output format: mermaid, dot or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.MERMAID;

    GraphCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        try (OpenedSource opened = source.open(console, false)) {
            Compilation compilation = Compiler.check(opened.read(findings), AllocationMode.FREE, findings);
            if (FindingPrinter.print(console, Formatted.Format.TEXT, opened.paths(), findings) != 0) {
                return 1;
            }
            Fleet fleet = compilation.fleet().orElseThrow();
            console.out()
                    .print(
                            switch (format) {
                                case MERMAID -> Graph.mermaid(fleet);
                                case DOT -> Graph.dot(fleet);
                                case JSON -> Graph.json(fleet);
                            });
            return 0;
        }
    }
}
