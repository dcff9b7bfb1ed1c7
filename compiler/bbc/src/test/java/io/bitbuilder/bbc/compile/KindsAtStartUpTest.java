package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.bind.TestSchema;
import io.bitbuilder.bbc.check.kit.ClaimPrecedence;
import io.bitbuilder.bbc.policy.WaiverRules;
import io.bitbuilder.bbc.render.CompiledTree;
import io.bitbuilder.bbc.resolve.Stdlib;
import io.bitbuilder.bbc.syntax.Parser;
import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.systemd.catalogue.CatalogueTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kind with a field that the compiler would ignore stops the program; one line in a kind is a field that works. */
class KindsAtStartUpTest {
    private static final String TENANT =
            "tenant acme { network front { }; container web { memory.limit = 1GiB; attach front { } } }";

    private static final Pattern NUMBER = Pattern.compile("u?int\\(\\d+\\.\\.(\\d+)\\)");
    /** Row of a directive of the service that takes a number, and that neither a field nor the compiler writes. */
    private static final List<String> ROW = CatalogueTable.rows("raw.tsv", 6).stream()
            .filter(row -> row.subList(0, 2).equals(List.of("container", "service/Service")))
            .filter(row -> NUMBER.matcher(row.get(4)).matches())
            .filter(row -> TestSchema.directives().noneMatch(d -> d.key().equals(row.get(2))))
            .findFirst()
            .orElseThrow();

    private static final String FREE = ROW.get(2);
    private static final String LARGEST = NUMBER.matcher(ROW.get(4)).replaceFirst("$1");

    @TempDir
    Path folder;

    /** Compiles with one line added to the standard library, before each occurrence of a line of it. */
    private Compilation compile(String line, String before, String tenant) throws IOException {
        List<SourceUnit> library = Stdlib.programs().stream()
                .map(f -> new SourceFile(
                        f.path(), f.owner(), f.text().replace("\n" + before, "\n" + line + "\n" + before)))
                .map(f -> Parser.parse(f, new Findings()))
                .toList();
        assertTrue(library.stream().anyMatch(u -> u.file().text().contains(line)), before);
        Path acme = Files.createDirectories(folder.resolve("tenants/acme"));
        Files.writeString(acme.resolve("acme.bbc"), tenant);
        Findings findings = new Findings();
        Compilation done = Compiler.check(
                library,
                Input.ofFolders(List.of(folder), findings),
                AllocationMode.FREE,
                ClaimPrecedence.NONE,
                WaiverRules.DEFAULT,
                findings);
        assertEquals(List.of(), findings.sorted());
        return done;
    }

    private static String limits(Compilation compilation) {
        Tree tree = CompiledTree.of(compilation.fleet().orElseThrow()).tree();
        return tree.files().stream()
                .filter(f -> f.path().endsWith("55-limits.conf"))
                .map(KindsAtStartUpTest::text)
                .findFirst()
                .orElseThrow();
    }

    private static String text(TreeFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "  probe: block { weight: Int? where it in 1..10000 }; container.probe.weight",
                "  colour: Text = \"red\"; container.colour",
                "  spare: many Volume by name; container.spare"
            })
    void aMemberWithoutAConsumerIsAFault(String line, String named) {
        InternalFault fault = assertThrows(InternalFault.class, () -> compile(line, "  root: block {", TENANT));
        assertTrue(fault.getMessage().contains(named), fault.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "Int?, limit/Service.%s, unknown file",
        "Int?, slice/Slice.%s, unknown file",
        "Int?, limits/Slice.%s, unknown directive",
        "Int?, limits/Service.%sx, unknown directive",
        "Int?, limits/Service.CPUShares, unknown directive",
        "Text?, limits/Service.%s, unsupported type",
        "{Text: Int} = [], limits/Service.%s, unsupported type",
        "Int?, limits.Service/%s, invalid directive",
        "Int?, %s, invalid directive"
    })
    void anUnwritableDirectiveIsAFault(String type, String pattern, String problem) {
        String directive = pattern.formatted(FREE);
        String line = "  probe: " + type + " writes \"" + directive + "\"";
        InternalFault fault = assertThrows(InternalFault.class, () -> compile(line, "  root: block {", TENANT));
        assertTrue(fault.getMessage().contains(problem), fault.getMessage());
        assertTrue(fault.getMessage().contains(directive), fault.getMessage());
    }

    @Test
    void aDirectiveWithTwoWritersIsAFault() {
        InternalFault fault = assertThrows(InternalFault.class, () -> {
            Compilation done = compile(
                    "  share: Int = 7 writes \"limits/Service.CPUWeight\"",
                    "  root: block {",
                    TENANT.replace("memory.limit", "cpu.weight = 9; memory.limit"));
            limits(done);
        });
        assertTrue(fault.getMessage().contains("CPUWeight"), fault.getMessage());
    }

    @Test
    void oneLineInAKindIsADirective() throws IOException {
        String line = "  probe: block { weight: Int? writes \"limits/Service." + FREE + "\" }";
        Compilation written = compile(
                line,
                "  root: block {",
                TENANT.replace("memory.limit", "probe.weight = " + LARGEST + "; memory.limit"));
        assertTrue(limits(written).contains("\n" + FREE + "=" + LARGEST + "\n"), limits(written));
    }

    @Test
    void anUnsetFieldWritesNoDirective() throws IOException {
        Compilation silent = compile("  probe: Int? writes \"limits/Service." + FREE + "\"", "  root: block {", TENANT);
        assertTrue(!limits(silent).contains(FREE), limits(silent));
    }
}
