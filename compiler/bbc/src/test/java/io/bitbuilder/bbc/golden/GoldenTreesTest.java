package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.tree.FolderTree;
import io.bitbuilder.bbc.tree.FolderWriter;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example compiles to the tree in {@code golden/}, whole: nothing missing, nothing extra, nothing changed. */
class GoldenTreesTest {
    private static final Path ROOT = Repository.path("");

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "seed-metadata", "storage", "neighbours", "fleet"})
    void theTreeIsTheGoldenOne(String example) {
        Tree compiled = compile(example);
        Path golden = ROOT.resolve("golden").resolve(example);
        if (Boolean.getBoolean("bbc.bless")) {
            FolderWriter.write(compiled, golden);
        }
        assertEquals(List.of(), differences(FolderTree.read(golden), compiled));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "seed-metadata", "storage", "neighbours", "fleet"})
    void compilingTwiceGivesTheSameBytes(String example) {
        assertEquals(List.of(), differences(compile(example), compile(example)));
    }

    private static Tree compile(String example) {
        Findings findings = new Findings();
        Path folder = ROOT.resolve("examples").resolve(example);
        Compilation compilation =
                Compiler.compile(Input.ofFolders(List.of(folder), findings), AllocationMode.FREE, findings);
        assertTrue(findings.sorted().isEmpty(), () -> findings.sorted().toString());
        return compilation.tree().orElseThrow();
    }

    private static List<String> differences(Tree expected, Tree actual) {
        List<String> found = new ArrayList<>();
        for (TreeFile file : expected.files()) {
            Optional<byte[]> bytes = actual.bytes(file.path());
            if (bytes.isEmpty()) {
                found.add("missing: " + file.path());
            } else {
                String before = text(file.bytes());
                String after = text(bytes.get());
                if (!before.equals(after)) {
                    found.add("changed: " + file.path() + "\n--- golden\n" + before + "--- compiled\n" + after);
                }
            }
        }
        for (TreeFile file : actual.files()) {
            if (expected.bytes(file.path()).isEmpty()) {
                found.add("extra: " + file.path());
            }
        }
        return found;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
