package io.bitbuilder.bbc.bind;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.allocate.Allocator;
import io.bitbuilder.bbc.allocate.Grants;
import io.bitbuilder.bbc.allocate.Locks;
import io.bitbuilder.bbc.allocate.RenameReader;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.metadata.MetadataReader;
import io.bitbuilder.bbc.resolve.Program;
import io.bitbuilder.bbc.resolve.Resolver;
import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.TextReport;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of texts, compiled up to the fleet; for tests. */
public final class TestProgram {
    private final Findings findings = new Findings();
    private final List<SourceUnit> units = new ArrayList<>();

    /** Adds a file; its path determines its owner. */
    public TestProgram file(String path, String text) {
        SourceFile file = new SourceFile(path, Owner.of(path), text);
        units.add(path.endsWith(".json") ? MetadataReader.read(file, findings) : Parser.parse(file, findings));
        return this;
    }

    /** Adds a file of tenant acme. */
    public TestProgram acme(String text) {
        return file("tenants/acme/t" + units.size() + ".bbc", text);
    }

    /** Adds a file of the platform. */
    public TestProgram platform(String text) {
        return file("platform/p" + units.size() + ".bbc", text);
    }

    /** Adds all programs and tenants in JSON of a folder. */
    public TestProgram folder(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".bbc") || f.endsWith("metadata.json"))
                    .sorted()
                    .toList()) {
                file(root.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The program. */
    public Program program() {
        return Resolver.resolve(Stdlib.units(), units, Limits.DEFAULT, findings);
    }

    /** Returns the fleet, with the grants of the allocator. */
    public Optional<Fleet> fleet() {
        Program program = program();
        Grants grants = Allocator.allocate(
                program, Locks.NONE.after(RenameReader.read(program)), AllocationMode.FREE, findings);
        return Binder.bind(program, Allocator.values(grants), grants::data);
    }

    /** The findings so far. */
    public List<Finding> findings() {
        return findings.sorted();
    }

    /** Codes of the findings after binding, in their order. */
    public List<String> codes() {
        fleet();
        return findings().stream().map(f -> f.code().id()).toList();
    }

    /** The findings as text. */
    public String text() {
        return TextReport.of(false, true, Limits.DEFAULT).print(findings());
    }
}
