package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.read.SourceReader;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Severity;
import io.bitbuilder.core.source.Limits;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.core.source.SourceSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each task of the cookbook compiles beside its platform, to a tree with the lines that the page shows. */
class CookbookTest {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(bbc|json|tree)\n(.*?)^```$");
    private static final Pattern FILE = Pattern.compile("(?ms)^--- (\\S+)\n(.*?)(?=^--- |\\z)");
    private static final int TASKS = 30;

    @TestFactory
    Stream<DynamicTest> tasks() throws IOException {
        String[] sections =
                Files.readString(Repository.path("docs/cookbook.md")).split("(?m)^## ");
        assertTrue(sections.length > TASKS, "tasks of the page: " + (sections.length - 1));
        Map<String, RawFile> platform = files(sections[0]);
        return Stream.of(sections)
                .skip(1)
                .map(section -> DynamicTest.dynamicTest(
                        section.lines().findFirst().orElseThrow(), () -> compile(platform, section)));
    }

    private static void compile(Map<String, RawFile> platform, String section) {
        Map<String, RawFile> files = new LinkedHashMap<>(platform);
        files.putAll(files(section));
        Tree tree = tree(files.values());
        String shown = fences(section, "tree").collect(Collectors.joining());
        assertTrue(shown.contains("\n  "), "the task shows no line of the tree");
        List<String> lines = List.of();
        for (String line : shown.lines().toList()) {
            if (line.startsWith("  ")) {
                assertTrue(lines.contains(line.strip()), () -> "not in the tree: " + line.strip());
            } else {
                lines = lines(tree, line);
            }
        }
    }

    /** Returns the lines of a file, without indentation and the backslash of a continued line. */
    private static List<String> lines(Tree tree, String path) {
        List<String> lines = tree.files().stream()
                .filter(file -> file.path().equals(path))
                .flatMap(file -> new String(file.bytes(), StandardCharsets.UTF_8).lines())
                .map(line -> line.replaceFirst(" \\\\$", "").strip())
                .toList();
        assertTrue(!lines.isEmpty(), "no file of the tree: " + path);
        return lines;
    }

    private static Tree tree(Collection<RawFile> files) {
        Findings findings = new Findings();
        SourceSet sources = new SourceReader(Limits.DEFAULT, findings).read(files);
        var done = Compiler.compile(sources, AllocationMode.FREE, findings);
        List<Finding> bad = findings.sorted().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
        assertEquals(List.of(), bad);
        return done.tree().orElseThrow();
    }

    private static Map<String, RawFile> files(String section) {
        List<RawFile> files = new ArrayList<>();
        fences(section, "bbc|json").forEach(block -> {
            Matcher file = FILE.matcher(block);
            while (file.find()) {
                files.add(new RawFile(file.group(1), file.group(2).getBytes(StandardCharsets.UTF_8)));
            }
        });
        return files.stream().collect(Collectors.toMap(RawFile::path, f -> f, (a, b) -> b, LinkedHashMap::new));
    }

    private static Stream<String> fences(String section, String languages) {
        return FENCE.matcher(section)
                .results()
                .filter(fence -> fence.group(1).matches(languages))
                .map((MatchResult fence) -> fence.group(2));
    }
}
