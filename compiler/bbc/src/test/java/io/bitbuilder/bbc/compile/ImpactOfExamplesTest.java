package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.bitbuilder.bbc.Example;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.plan.FileChange;
import io.bitbuilder.bbc.plan.Plan;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of impacts against real trees. */
class ImpactOfExamplesTest {

    static Stream<Example> examples() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyEmittedFileHasItsOwnRow(Example example) {
        Tree tree = example.tree();
        // A comment or a blank at the end of every file: the file as a whole is looked up, no directive.
        Tree touched = Tree.of(tree.files().stream()
                .map(f ->
                        TreeFile.of(f.path(), new String(f.bytes()) + (f.path().endsWith(".json") ? " " : "# \n")))
                .toList());
        Plan plan = Plan.between(tree, touched);
        assertEquals(tree.files().size() - 1, plan.files(), "all but fleet.json");
        assertEquals(
                List.of(),
                tree.files().stream()
                        .map(TreeFile::path)
                        .filter(path -> ArtefactKind.at(path).id().equals("unknown"))
                        .toList());
    }

    @Test
    void everyFileBelongsToItsTenant() {
        Plan plan = Plan.between(Tree.EMPTY, new Example("fleet").tree());
        List<String> strays = plan.groups().stream()
                .filter(g -> g.host().isPresent() && g.tenant().isEmpty())
                .flatMap(g -> g.changes().stream())
                .map(FileChange::path)
                .filter(p -> plan.tenants().stream().anyMatch(t -> p.contains(t)))
                .toList();
        assertEquals(List.of(), strays);
        assertFalse(plan.tenants().isEmpty());
        assertEquals(Impact.RELOAD, plan.impact(), "new files disturb nothing");
    }
}
