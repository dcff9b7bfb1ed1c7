package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.git.TrackedFiles;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Relocation;
import io.bitbuilder.core.fault.EnvironmentFault;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.FileKinds;
import io.bitbuilder.systemd.object.VerifyInput;
import io.bitbuilder.systemd.verify.TreeFiles;
import io.bitbuilder.systemd.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc verify}. */
@Command(
        name = "verify",
        description = "Check systemd configuration files offline, as systemd would read them: units and files of "
                + "networkd, nspawn, repart and more.",
        footer = {
            "",
            "In a folder, all files that systemd reads are checked together, including unused and missing ones;",
            "in a Git work tree, those that Git tracks. A link to /dev/null masks a unit.",
            "",
            "Examples:",
            "  bbc verify build/tree",
            "  bbc verify 50-br0.netdev 50-br0.network --systemd 258",
            "  bbc verify --as service web.service.in",
            "  render web.service | bbc verify --as service -",
            "  bbc verify /etc/systemd --format sarif > systemd.sarif",
            "",
            "Exit codes: 0 success, 1 errors found (with --strict, warnings too), 2 usage or environment error."
        })
final class VerifyCommand extends FormatOption implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    private final Console console;

    @Mixin
    private final PathOptions paths = new PathOptions();

    @Option(
            names = "--systemd",
            paramLabel = "RELEASE",
            description = "Target release of systemd (default: the newest that bbc supports).")
    private Optional<Integer> target = Optional.empty();

    @Option(names = "--strict", description = "Exit with 1 if there are warnings.")
    private boolean strict;

    @Option(
            names = "--as",
            paramLabel = "TYPE",
            description = "Read every file as this type, such as service or network, whatever its name.")
    private Optional<String> as = Optional.empty();

    @Option(
            names = "--allow",
            paramLabel = "CODE",
            split = ",",
            description = "Do not report this code; a file allows a code by a line `# bbc: allow CODE`.")
    private List<String> allowed = List.of();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int release = target.orElse(Catalogue.NEWEST);
        if (release < Catalogue.OLDEST || release > Catalogue.NEWEST) {
            throw new EnvironmentFault("systemd " + release + " is not supported; the catalogue covers "
                    + Catalogue.OLDEST + " to " + Catalogue.NEWEST);
        }
        Optional<FileKind> kind = as.map(name -> FileKinds.byName(name)
                .orElseThrow(() -> new EnvironmentFault("`" + name + "` is not a file type (expected one of "
                        + String.join(", ", FileKinds.all()) + ")")));
        AllowedCodes allow = AllowedCodes.of(allowed);
        VerifyPaths found = paths.paths().contains(STANDARD_INPUT) ? standardInput(kind) : files(kind);
        boolean whole = paths.folders(console).stream().anyMatch(Files::isDirectory);
        VerifyInput input = new VerifyInput(found.files(), found.others(), found.links(), whole, kind, TreeFiles::mode);
        if (input.read().isEmpty() && found.unread().isEmpty()) {
            throw new EnvironmentFault("no systemd configuration file to read");
        }
        Findings all = new Findings();
        Verifier.of(release).verify(input, all);
        Findings findings = new Findings();
        findings.addAll(all.sorted().stream().filter(allow::isReported).toList());
        Path top = top();
        FindingPrinter.print(console, format(), Relocation.by(path -> below(top, path), findings.sorted()));
        found.unread()
                .forEach((path, reason) -> console.err().println("bbc: `" + shown(path) + "` not checked: " + reason));
        boolean failed = findings.hasErrors() || strict && findings.hasWarnings();
        if (!failed && found.unread().isEmpty() && format() == Format.TEXT && console.terminal()) {
            console.err()
                    .println((findings.hasWarnings() ? "no errors in " : "no findings in ")
                            + count(input.files().size())
                            + (found.untracked() == 0
                                    ? ""
                                    : "; " + found.untracked() + " not checked because Git does not track them"));
        }
        return found.unread().isEmpty() ? failed ? 1 : 0 : 2;
    }

    private VerifyPaths files(Optional<FileKind> kind) {
        List<Path> roots = paths.folders(console);
        if (kind.isPresent() && roots.stream().anyMatch(Files::isDirectory)) {
            throw new EnvironmentFault("--as cannot be used with folders");
        }
        return VerifyPaths.read(roots, kind);
    }

    private VerifyPaths standardInput(Optional<FileKind> kind) {
        if (kind.isEmpty() || paths.paths().size() > 1) {
            throw new EnvironmentFault("`-` reads one file from standard input and requires --as TYPE");
        }
        return VerifyPaths.ofStream(console.in());
    }

    private String shown(String path) {
        return below(here(), path);
    }

    private Path here() {
        return console.folder().toAbsolutePath().normalize();
    }

    /** Returns the folder where displayed paths begin: the current one, or the top of the work tree for forges. */
    private Path top() {
        return switch (format()) {
            case TEXT, JSON -> here();
            case MARKDOWN, SARIF, JUNIT, GITHUB ->
                Stream.concat(paths.folders(console).stream(), Stream.of(here()))
                        .flatMap(path -> TrackedFiles.top(path.toAbsolutePath().normalize()).stream())
                        .findFirst()
                        .orElseGet(this::here);
        };
    }

    /** Returns the path relative to a folder if the file is below it, else the absolute path. */
    private static String below(Path folder, String path) {
        // As strings: a name that the locale cannot encode is no valid Path.
        String prefix = folder.getParent() == null ? folder.toString() : folder + "/";
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    private static String count(int files) {
        return files == 1 ? "1 file" : files + " files";
    }
}
