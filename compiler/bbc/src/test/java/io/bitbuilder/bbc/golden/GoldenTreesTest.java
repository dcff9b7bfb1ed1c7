package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example compiles to the tree in {@code golden/}, whole: nothing missing, nothing extra, nothing changed. */
class GoldenTreesTest {
    static Stream<Example> examples() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theTreeEqualsTheGoldenOne(Example example) {
        GoldenTree golden = new GoldenTree(example.golden());
        if (Boolean.getBoolean("bbc.bless")) {
            golden.bless(example.tree());
        }
        assertEquals(List.of(), differences(golden.whole(), example.tree()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void compilingTwiceGivesTheSameBytes(Example example) {
        assertEquals(
                List.of(), differences(example.tree(), example.compile().tree().orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void verifyReportsNoFindings(Example example) {
        List<RawFile> files = example.tree().files().stream()
                .map(f -> new RawFile(f.path(), f.bytes()))
                .toList();
        assertEquals(List.of(), CheckRun.tree(files, Catalogue.NEWEST));
    }

    @Test
    void everyTreeHasAnExample() {
        assertEquals(
                Example.all().map(Example::golden).toList(),
                Repository.entries(Repository.path("golden")).stream()
                        .filter(f -> Files.exists(f.resolve("fleet.json")))
                        .toList());
    }

    @Test
    void blessingWritesExactlyTheTree(@TempDir Path temp) throws Exception {
        Example example = Example.all().findFirst().orElseThrow();
        GoldenTree copy = new GoldenTree(temp.resolve(example.name()));
        Files.createDirectories(copy.folder().resolve("hosts/gone"));
        Files.writeString(copy.folder().resolve("hosts/gone/stale"), "x");
        copy.bless(example.tree());
        assertEquals(List.of(copy.folder()), Repository.entries(temp));
        assertEquals(paths(example.golden()), paths(copy.folder()));
        assertEquals(List.of(), differences(copy.whole(), example.tree()));
    }

    private static List<String> paths(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(f -> folder.relativize(f).toString()).sorted().toList();
        }
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
