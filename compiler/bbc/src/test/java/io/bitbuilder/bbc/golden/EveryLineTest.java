package io.bitbuilder.bbc.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.compile.Compilation;
import io.bitbuilder.bbc.compile.Compiler;
import io.bitbuilder.bbc.compile.Input;
import io.bitbuilder.bbc.explain.Explainer;
import io.bitbuilder.bbc.explain.LineSource;
import io.bitbuilder.bbc.tree.FolderTree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of every golden tree has an answer, and no directive is taken for layout. */
class EveryLineTest {
    static Stream<Path> trees() {
        return Repository.entries(Repository.path("golden")).stream()
                .filter(t -> Files.exists(t.resolve("fleet.json")));
    }

    @ParameterizedTest
    @MethodSource("trees")
    void everyLineHasASource(Path tree) {
        Path sources = Repository.path("examples").resolve(tree.getFileName());
        Findings findings = new Findings();
        Compilation compilation =
                Compiler.check(Input.ofFolders(List.of(sources), findings), AllocationMode.FREE, findings);
        assertFalse(findings.hasErrors());
        Explainer explainer = Explainer.of(compilation);
        List<String> wrong = new ArrayList<>();
        for (TreeFile file : FolderTree.read(tree).files()) {
            List<String> lines = Explainer.lines(file.bytes());
            for (int line = 1; line <= lines.size(); line++) {
                LineSource source = explainer.line(file.path(), line).source();
                boolean directive = lines.get(line - 1).matches("[A-Za-z0-9-]+=.*");
                if (directive && (source instanceof LineSource.Layout || source instanceof LineSource.Header)) {
                    wrong.add(file.path() + ":" + line + " " + lines.get(line - 1) + " " + source);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }
}
