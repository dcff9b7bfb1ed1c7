package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.init.StarterFleet;
import io.bitbuilder.bbc.init.StarterWriter;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bbc init}. */
@Command(
        name = "init",
        description = "Write a commented fleet to begin with: a platform, one tenant, the hooks and the pipeline.",
        footer = {
            "",
            "Nothing is overwritten: if a file is in the way, bbc names it and writes nothing.",
            "",
            "Examples:",
            "  bbc init",
            "  bbc init fleet --tenant acme --ci gitlab"
        })
final class InitCommand extends HelpOption implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            defaultValue = "",
            description = "The folder of the fleet (default: the current folder).")
    private Path folder = Path.of("");

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            defaultValue = "example",
            description = "Name of the tenant (default: ${DEFAULT-VALUE}).")
    private String tenant = "";

    @Option(
            names = "--ci",
            paramLabel = "FORGE",
            defaultValue = "github",
            description = "Pipeline of the gate: github, gitlab or none (default: ${DEFAULT-VALUE}).")
    private StarterFleet.Pipeline pipeline = StarterFleet.Pipeline.GITHUB;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SortedMap<String, String> files = StarterFleet.files(tenant, pipeline);
        StarterWriter.write(files, console.folder().resolve(folder));
        boolean here = folder.toString().isEmpty();
        files.keySet().forEach(path -> console.out().println("wrote " + folder.resolve(path)));
        console.out().println();
        console.out().println("next:");
        if (!here) {
            console.out().println("  cd " + folder);
        }
        console.out().println("  bbc check                     find errors");
        console.out().println("  bbc show --hosts              the workloads of each host");
        console.out().println("  bbc compile . --out /tmp/tree write the files of the hosts");
        console.out().println("  git init && git add . && bbc hook install");
        return 0;
    }
}
