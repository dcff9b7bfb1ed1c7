package io.bitbuilder.bbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.tree.FolderWriter;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.systemd.oracle.HostTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Fleet in {@code examples/}, with its tree in {@code golden/}. Every folder with a program or a {@code metadata.json}
 * in it is one; the others are shown and not compiled.
 */
public record Example(String name) {
    private static final Map<Example, Compilation> COMPILED = new ConcurrentHashMap<>();

    /** Returns all examples, by name. */
    public static Stream<Example> all() {
        return Repository.entries(Repository.path("examples")).stream()
                .filter(Example::hasSources)
                .map(folder -> new Example(folder.getFileName().toString()));
    }

    private static boolean hasSources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(f -> f.toString().endsWith(".bbc") || f.endsWith("metadata.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the folder of the sources. */
    public Path sources() {
        return Repository.path("examples").resolve(name);
    }

    /** Returns the folder of the expected tree. */
    public Path golden() {
        return Repository.path("golden").resolve(name);
    }

    /** Compiles the sources again; any finding fails the test. */
    public Compilation compile() {
        Findings findings = new Findings();
        Compilation compilation =
                Compiler.compile(Input.ofFolders(List.of(sources()), findings), AllocationMode.FREE, findings);
        assertEquals(List.of(), findings.sorted(), name);
        return compilation;
    }

    /** Returns the compilation of the sources, made once for all tests. */
    public Compilation compilation() {
        return COMPILED.computeIfAbsent(this, Example::compile);
    }

    /** Returns the fleet. */
    public Fleet fleet() {
        return compilation().fleet().orElseThrow();
    }

    /** Returns the compiled tree. */
    public Tree tree() {
        return compilation().tree().orElseThrow();
    }

    /** Writes the compiled tree below {@code target/} and returns its hosts, by name. */
    public List<HostTree> hosts() {
        Path folder = Repository.path("compiler/bbc/target/examples").resolve(name);
        FolderWriter.write(tree(), folder);
        return Repository.entries(folder.resolve("hosts")).stream()
                .map(host -> new HostTree(name + "/" + host.getFileName(), host.resolve("etc")))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
