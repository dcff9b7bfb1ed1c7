package io.bitbuilder.bbc.cli;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.allocate.LockFile;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.fleet.Tenant;
import io.bitbuilder.bbc.read.FolderReader;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.EnvironmentFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bbc lock}. */
@Command(
        name = "lock",
        description = "Write the values allocated for `auto` to locks/<tenant>.lock, so that they never change.",
        footer = {
            "",
            "Examples:",
            "  bbc lock                  add new allocations; locked values stay",
            "  bbc lock --collect        free the values of removed claims"
        })
final class LockCommand extends FormatOption implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final PathOptions source = new PathOptions();

    @Option(names = "--collect", description = "Delete lines of removed claims; without it their values stay reserved.")
    private boolean collect;

    @Option(
            names = "--merge",
            arity = "4",
            paramLabel = "FILE",
            description = {
                "Merge BASE, OURS and THEIRS of the lock file PATH into OURS, for Git's",
                "merge driver; exit code 1 if both sides gave a claim another value."
            })
    private List<String> merge = List.of();

    LockCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Findings findings = new Findings();
        if (!merge.isEmpty()) {
            return LockMergeRun.run(console, format(), merge);
        }
        try (OpenedSource opened = OpenedSource.folders(console, source.folders(console))) {
            Compilation compilation = Compiler.check(opened.read(findings), AllocationMode.FREE, findings);
            int code = FindingPrinter.print(console, format(), opened.paths(), findings);
            if (code == 0) {
                write(
                        compilation,
                        FolderReader.base(source.folders(console)),
                        opened.paths().toReader());
            }
            return code;
        }
    }

    private void write(Compilation compilation, Path base, UnaryOperator<String> shown) {
        for (String former : compilation.locks().emptied()) {
            delete(base.resolve(LockFile.pathOf(former)), shown.apply(LockFile.pathOf(former)));
        }
        for (String tenant : tenants(compilation)) {
            Path file = base.resolve(LockFile.pathOf(tenant));
            String text = LockFile.render(tenant, compilation.grants(), compilation.locks(), collect);
            try {
                boolean exists = Files.exists(file);
                if (exists && Files.readString(file).replace("\r\n", "\n").equals(text)) {
                    continue;
                }
                replace(file, text);
                if (format() == Format.TEXT) {
                    console.out().println((exists ? "changed " : "wrote ") + shown.apply(LockFile.pathOf(tenant)));
                }
            } catch (IOException e) {
                throw EnvironmentFault.of("cannot write " + file, e);
            }
        }
    }

    private void delete(Path file, String shown) {
        try {
            if (Files.deleteIfExists(file) && format() == Format.TEXT) {
                console.out().println("removed " + shown);
            }
        } catch (IOException e) {
            throw new EnvironmentFault("cannot remove " + file, e);
        }
    }

    /** Returns the names of all tenants with sources or with locks. */
    private static SortedSet<String> tenants(Compilation compilation) {
        SortedSet<String> names = new TreeSet<>();
        compilation.tenants().stream().map(Tenant::name).forEach(names::add);
        compilation.locks().lines().keySet().forEach(claim -> names.add(claim.tenant()));
        return names;
    }

    private static void replace(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path aside = Files.createTempFile(file.getParent(), ".bbc", ".tmp");
        try {
            Files.write(aside, text.getBytes(StandardCharsets.US_ASCII));
            Files.setPosixFilePermissions(aside, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
