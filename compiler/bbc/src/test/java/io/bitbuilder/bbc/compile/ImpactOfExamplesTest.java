package io.bitbuilder.bbc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.bitbuilder.bbc.allocate.AllocationMode;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Impact;
import io.bitbuilder.bbc.plan.FileChange;
import io.bitbuilder.bbc.plan.Plan;
import io.bitbuilder.bbc.tree.Tree;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.core.Repository;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of impacts against real trees. */
class ImpactOfExamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "neighbours", "fleet", "seed-metadata"})
    void everyFileThatIsEmittedHasARowOfItsOwn(String example) {
        Tree tree = compile(example);
        // A comment at the end of every file: the directives are the same, so the file as a whole is looked up.
        Tree touched = Tree.of(tree.files().stream()
                .map(f -> TreeFile.of(f.path(), new String(f.bytes()) + "# \n"))
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
        Plan plan = Plan.between(Tree.EMPTY, compile("fleet"));
        List<String> strays = plan.groups().stream()
                .filter(g -> g.host().isPresent() && g.tenant().isEmpty())
                .flatMap(g -> g.changes().stream())
                .map(FileChange::path)
                .filter(p -> plan.tenants().stream().anyMatch(t -> p.contains(t)))
                .toList();
        assertEquals(List.of(), strays);
        assertFalse(plan.tenants().isEmpty());
        assertEquals(Impact.RELOAD, plan.impact(), "what is new disturbs nothing");
    }

    private static Tree compile(String example) {
        Findings findings = new Findings();
        Optional<Tree> tree = Compiler.compile(
                        Input.ofFolders(List.of(Repository.path("examples").resolve(example)), findings),
                        AllocationMode.FREE,
                        findings)
                .tree();
        return tree.orElseThrow(() -> new AssertionError(findings.sorted().toString()));
    }
}
