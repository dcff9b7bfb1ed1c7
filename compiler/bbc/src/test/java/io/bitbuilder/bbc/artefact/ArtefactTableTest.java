package io.bitbuilder.bbc.artefact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.fault.InternalFault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the kinds of files. */
class ArtefactTableTest {
    private static final String ROWS = """
            # A comment.
            one\ta/*.x\tslice\t-\tslice,unit\t-\tfile:a,b
            \tfile\tadded\treload\tnew
            \t*\tKey<\trecreate\tsmaller
            \t*\t*\trestart\tany
            two\ta/**\t-\tsystemd-resolved.service\t-\ttable\t-
            \tone
            """;

    @Test
    void aRowIsAKindAndTheRowsBelowAreItsImpacts() {
        ArtefactTable table = ArtefactTable.parse(ROWS);
        ArtefactKind one = table.at("a/b.x");
        assertEquals("one", one.id());
        assertEquals("two", table.at("a/b/c.x").id());
        assertEquals("new", one.impact(ImpactRule.FILE, "added").why());
        assertEquals(Impact.RECREATE, one.impact("S", "Key", "<").impact());
        assertEquals(Impact.RESTART, one.impact("S", "Key", "+").impact());
        assertEquals(one.impacts(), table.find("two").impacts(), "the rows of another kind");
        assertEquals("table", table.find("two").template().orElseThrow());
        assertTrue(one.template().isEmpty());
        assertEquals(Optional.of(Role.SLICE), one.role());
        assertEquals(Optional.of("systemd-resolved.service"), table.find("two").reader());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\t*\t*\tnone\twhy\n",
                "a\ta\t-\t-\t-\n\t*\t*\tnone\twhy\n",
                "a\ta\t-\t-\t-\t-\n",
                "a\ta\t-\t-\t-\t-\n\tfile\tadded\tnone\twhy\n",
                "a\ta\t-\t-\t-\t-\n\t*\t*\tnone\n",
                "a\ta\t-\t-\t-\t-\n\tb\n",
                "a\ta\t-\t-\t-\t-\n\t*\t*\tnone\tx\na\tb\t-\t-\t-\t-\n\t*\t*\tnone\tx\n"
            })
    void brokenRowsAreFaults(String table) {
        assertThrows(InternalFault.class, () -> ArtefactTable.parse(table));
    }

    @Test
    void anUnknownIdIsAFault() {
        assertThrows(InternalFault.class, () -> ArtefactKind.of("slices"));
    }

    @ParameterizedTest
    @CsvSource({"host-manifest,hosts/a/host.json,true", "host-manifest,tenants/a/manifest.json,false", "slice,a/b,false"
    })
    void anArtefactBelongsToTheKindOfItsPath(String kind, String path, boolean fits) {
        Artefact file = new FixedFile(path, ArtefactKind.of(kind), new byte[0]);
        if (fits) {
            ArtefactKind.require(file);
        } else {
            assertThrows(InternalFault.class, () -> ArtefactKind.require(file));
        }
    }
}
