package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.catalogue.Catalogue;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.fault.EnvironmentFault;
import io.bitbuilder.bbc.read.TreeFiles;
import io.bitbuilder.bbc.source.RawFile;
import io.bitbuilder.bbc.verify.Kinds;
import io.bitbuilder.bbc.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc verify}. */
@Command(
        name = "verify",
        description = "Say what systemd makes of configuration files, without systemd: units, .network, .netdev, .link, .nspawn and more.",
        footer = {
            "",
            "Of a folder all files that systemd reads are judged, together: what nothing refers to and what is missing is named too.",
            "",
            "Examples:",
            "  bbc verify build/tree/hosts/node-a/etc",
            "  bbc verify 50-br0.netdev 50-br0.network --systemd 258",
            "  bbc verify /etc/systemd --format sarif > systemd.sarif"
        })
final class VerifyCommand extends Reporting implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final PathOptions paths = new PathOptions();

    @Option(names = "--systemd", paramLabel = "RELEASE", defaultValue = "" + Catalogue.NEWEST,
            description = "The release of systemd that will read them, " + Catalogue.OLDEST + " to " + Catalogue.NEWEST + " (default: ${DEFAULT-VALUE}).")
    private int release = Catalogue.NEWEST;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (release < Catalogue.OLDEST || release > Catalogue.NEWEST) {
            throw new EnvironmentFault("systemd " + release + " is not known; the catalogue holds " + Catalogue.OLDEST + " to " + Catalogue.NEWEST);
        }
        List<Path> roots = paths.folders(console);
        List<RawFile> files = TreeFiles.read(console.folder(), roots, path -> Kinds.of(path).isPresent());
        files.stream().filter(f -> Kinds.of(f.path()).isEmpty()).findFirst().ifPresent(f -> {
            throw new EnvironmentFault("`" + f.path() + "` has no name of a file that systemd reads");
        });
        if (files.isEmpty()) {
            throw new EnvironmentFault("there is no file of systemd to read");
        }
        Findings findings = new Findings();
        Verifier.of(release).verify(files, roots.stream().anyMatch(Files::isDirectory), findings);
        int code = Report.print(console, format(), "", findings);
        if (code == 0 && format() == Format.TEXT && console.terminal()) {
            console.err().println("no errors in " + files.size() + " files");
        }
        return code;
    }
}
