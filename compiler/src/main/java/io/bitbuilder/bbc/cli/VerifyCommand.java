package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.catalogue.Catalogue;
import io.bitbuilder.bbc.diagnostic.Findings;
import io.bitbuilder.bbc.diagnostic.Relocation;
import io.bitbuilder.bbc.fault.EnvironmentFault;
import io.bitbuilder.bbc.read.Listing;
import io.bitbuilder.bbc.read.TreeFiles;
import io.bitbuilder.bbc.source.RawFile;
import io.bitbuilder.bbc.verify.Given;
import io.bitbuilder.bbc.verify.Kind;
import io.bitbuilder.bbc.verify.Kinds;
import io.bitbuilder.bbc.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc verify}. */
@Command(
        name = "verify",
        description = "Say what systemd makes of its configuration files, without systemd: units and .network, .netdev, .link, .nspawn files and more.",
        footer = {
            "",
            "Of a folder all files that systemd reads are judged, together: what nothing refers to and what is missing is named too.",
            "Symbolic links are not followed; a link to /dev/null masks a name.",
            "",
            "Examples:",
            "  bbc verify build/tree",
            "  bbc verify 50-br0.netdev 50-br0.network --systemd 258",
            "  bbc verify --as service web.service.in",
            "  bbc verify /etc/systemd --format sarif > systemd.sarif",
            "",
            "Exit codes: 0 fine, 1 errors found (with --strict, warnings too), 2 wrong use or environment."
        })
final class VerifyCommand extends Reporting implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final PathOptions paths = new PathOptions();

    @Option(names = "--systemd", paramLabel = "RELEASE", defaultValue = "" + Catalogue.NEWEST,
            description = "The release of systemd that will read them, " + Catalogue.OLDEST + " to " + Catalogue.NEWEST + " (default: ${DEFAULT-VALUE}).")
    private int release = Catalogue.NEWEST;

    @Option(names = "--strict", description = "Exit with 1 when there are warnings.")
    private boolean strict;

    @Option(names = "--as", paramLabel = "KIND", description = "Take every file given for one of that kind, such as service or network, whatever its name.")
    private Optional<String> as = Optional.empty();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (release < Catalogue.OLDEST || release > Catalogue.NEWEST) {
            throw new EnvironmentFault("systemd " + release + " is not known; the catalogue holds " + Catalogue.OLDEST + " to " + Catalogue.NEWEST);
        }
        Given given = given();
        Findings findings = new Findings();
        Verifier.of(release).verify(given, findings);
        Report.print(console, format(), Relocation.by(this::shown, findings.sorted()));
        boolean failed = findings.hasErrors() || strict && findings.hasWarnings();
        if (!failed && format() == Format.TEXT && console.terminal()) {
            console.err().println((findings.hasWarnings() ? "no errors in " : "nothing wrong in ") + count(given.files().size()));
        }
        return failed ? 1 : 0;
    }

    private Given given() {
        Optional<Kind> kind = as.map(name -> Kinds.byName(name).orElseThrow(() ->
                new EnvironmentFault("`" + name + "` is no kind of file; there are " + String.join(", ", Kinds.all()))));
        List<Path> roots = paths.folders(console);
        boolean whole = roots.stream().anyMatch(Files::isDirectory);
        if (kind.isPresent() && whole) {
            throw new EnvironmentFault("--as takes files, not folders");
        }
        Listing listing = TreeFiles.read(roots, path -> Kinds.of(path).isPresent());
        if (kind.isEmpty()) {
            listing.files().stream().map(RawFile::path).filter(path -> Kinds.of(path).isEmpty()).findFirst().ifPresent(path -> {
                throw new EnvironmentFault("`" + shown(path) + "` has no name of a file that systemd reads; --as says what it is");
            });
        }
        if (listing.files().isEmpty()) {
            throw new EnvironmentFault("there is no file of systemd to read");
        }
        return new Given(listing.files(), listing.others(), listing.links(), whole, kind);
    }

    /** From where the command was started when it lies below, else the whole path. */
    private String shown(String path) {
        Path here = console.folder().toAbsolutePath().normalize();
        Path file = Path.of(path);
        return file.startsWith(here) ? here.relativize(file).toString() : path;
    }

    private static String count(int files) {
        return files == 1 ? "1 file" : files + " files";
    }
}
