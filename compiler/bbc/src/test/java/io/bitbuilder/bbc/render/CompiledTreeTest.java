package io.bitbuilder.bbc.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.lower.Lowering;
import io.bitbuilder.bbc.lower.SampleFleet;
import io.bitbuilder.bbc.tree.TreeFile;
import io.bitbuilder.bbc.tree.TreeIds;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rendering reads every file back, so that a returned tree has been compared with its artefacts. */
class CompiledTreeTest {
    @Test
    void theSameFleetIsTheSameTree() {
        assertEquals(
                TreeIds.of(CompiledTree.of(SampleFleet.full()).tree()),
                TreeIds.of(CompiledTree.of(SampleFleet.full()).tree()));
    }

    @Test
    void filesWithCommentsNameTheirOwner() {
        for (TreeFile file : CompiledTree.of(SampleFleet.full()).tree().files()) {
            String text = new String(file.bytes(), StandardCharsets.UTF_8);
            if (!file.path().endsWith(".json")
                    && !file.path().contains("extension-release.d/")
                    && !file.path().contains("etc/bbc/host/")) {
                assertTrue(text.startsWith("# bbc: "), file.path());
            }
            assertTrue(
                    text.endsWith("\n") && !text.endsWith("\n\n") && !text.contains("\n\n\n"),
                    file.path() + "\n" + text);
            assertTrue(text.chars().noneMatch(c -> c == '\r' || c == 0), file.path());
        }
    }

    @Test
    void twoFilesOfOnePathAreAFault() {
        Renderer renderer = new Renderer(Catalogue.load(), Catalogue.NEWEST);
        Artefact file = Lowering.lower(SampleFleet.full()).getFirst();
        Map<String, Renderer.Written> written = new HashMap<>();
        CompiledTree.add(written, Stream.of(renderer.render(file)));
        assertThrows(
                InternalFault.class, () -> CompiledTree.add(written, Stream.of(renderer.render(file))), file.path());
    }

    @Test
    void everyDirectiveKnowsItsOrigin() {
        CompiledTree compiled = CompiledTree.of(SampleFleet.full());
        for (TreeFile file : compiled.tree().files()) {
            if (file.path().endsWith("55-limits.conf")) {
                List<String> lines =
                        new String(file.bytes(), StandardCharsets.UTF_8).lines().toList();
                for (int at = 0; at < lines.size(); at++) {
                    assertEquals(
                            lines.get(at).contains("="),
                            compiled.origins().get(file.path()).of(at + 1).isPresent(),
                            lines.get(at));
                }
            }
        }
    }
}
