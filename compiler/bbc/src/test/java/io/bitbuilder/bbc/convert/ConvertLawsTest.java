package io.bitbuilder.bbc.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.format.SyntaxText;
import io.bitbuilder.bbc.metadata.MetadataReader;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.SourceSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both forms of a tenant are the same tenant: syntax trees of any file, compiled trees of the examples. */
class ConvertLawsTest {
    @Property(tries = 400)
    void bothWaysGiveTheSame(@ForAll long seed) {
        String json = new RandomMetadata(seed).text();
        SourceUnit read = metadata(json);
        String program = program(read);
        assertEquals(SyntaxText.of(read.decls()), SyntaxText.of(program), json);
        String normal = json(program);
        assertEquals(SyntaxText.of(read.decls()), SyntaxText.of(metadata(normal).decls()), normal);
        assertEquals(normal, json(program(metadata(normal))), "the normal form changes");
        assertEquals(program, program(metadata(normal)));
    }

    /** Fleets with a tenant in JSON. */
    static Stream<Path> fleets() {
        return Stream.concat(
                        Example.all().map(Example::sources),
                        Stream.of(Repository.path("golden/explain/field-from-metadata/input")))
                .filter(folder -> !sources(folder).metadata().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void theTreeOfAFleetIsTheSame(Path folder) {
        SourceSet sources = sources(folder);
        List<SourceFile> programs = new ArrayList<>(sources.programs());
        for (SourceFile file : sources.metadata()) {
            String path = file.path().replace("metadata.json", "tenant.bbc");
            programs.add(new SourceFile(path, file.owner(), program(MetadataReader.read(file, new Findings()))));
        }
        Tree wanted = compiled(sources);
        Tree found = compiled(new SourceSet(programs, List.of(), sources.locks(), sources.data(), sources.limits()));
        assertEquals(
                wanted.files().stream().map(TreeFile::path).toList(),
                found.files().stream().map(TreeFile::path).toList());
        wanted.files()
                .forEach(file ->
                        assertArrayEquals(file.bytes(), found.bytes(file.path()).orElseThrow(), file.path()));
    }

    private static SourceSet sources(Path folder) {
        return Input.ofFolders(List.of(folder), new Findings());
    }

    private static Tree compiled(SourceSet sources) {
        Findings findings = new Findings();
        Tree tree =
                Compiler.compile(sources, AllocationMode.FREE, findings).tree().orElseThrow();
        assertEquals(List.of(), findings.sorted());
        return tree;
    }

    private static SourceUnit metadata(String json) {
        Findings findings = new Findings();
        SourceUnit unit = MetadataReader.read(new SourceFile("metadata.json", Owner.PLATFORM, json), findings);
        assertEquals(List.of(), findings.sorted(), json);
        return unit;
    }

    private static String program(SourceUnit unit) {
        Findings findings = new Findings();
        String program = ProgramOfMetadata.of(unit, findings).orElseThrow();
        assertEquals(List.of(), findings.sorted(), program);
        return program;
    }

    private static String json(String program) {
        Findings findings = new Findings();
        SourceUnit unit = Parser.parse(new SourceFile("tenant.bbc", Owner.PLATFORM, program), findings);
        String json = MetadataOfProgram.of(List.of(unit), findings).orElse("");
        assertEquals(List.of(), findings.sorted(), program);
        return json;
    }
}
