package io.bitbuilder.bbc.render;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Banner;
import io.bitbuilder.bbc.artefact.JsonFile;
import io.bitbuilder.bbc.artefact.ManifestOrigins;
import io.bitbuilder.bbc.artefact.NftBlock;
import io.bitbuilder.bbc.artefact.NftFile;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SinkValue;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.UnitText;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Subject;
import io.bitbuilder.core.fault.InternalFault;
import io.bitbuilder.core.json.Json;
import io.bitbuilder.core.source.Owner;
import io.bitbuilder.core.source.SourceFile;
import io.bitbuilder.core.source.Span;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that differs from its artefact is rejected. */
class ReadBackTest {
    private static final Origin ORIGIN = new Origin(
            new Span(new SourceFile("a.bbc", Owner.PLATFORM, "a\n"), 0, 1), new Subject("platform", "a", ""));
    private static final ArtefactKind SLICE = ArtefactKind.of("slice");
    private static final Catalogue CATALOGUE = Catalogue.load();

    private final ReadBack readBack = new ReadBack(CATALOGUE, Catalogue.NEWEST);

    private static SystemdFile file(ArtefactKind kind, String section, String key, SinkValue value) {
        return SystemdFile.of(
                "x", kind, Banner.tenant("a"), Section.named(section, ORIGIN).set(key, value));
    }

    @Test
    void theMeantTextPassesAndItsLinesHaveOrigins() {
        LineOrigins origins =
                readBack.compare(file(SLICE, "Slice", "TasksMax", Word.of(7)), "# c\n[Slice]\nTasksMax=7\n");
        assertEquals(List.of(3), List.copyOf(origins.lines().keySet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Slice]\nTasksMax=8\n",
                "[Slice]\nTasksmax=7\n",
                "[Unit]\nTasksMax=7\n",
                "[Slice]\n",
                "[Slice]\nTasksMax=7\nTasksMax=7\n",
                "[Slice]\nTasksMax=7 # c\n",
                "[Slice]\n[Slice]\nTasksMax=7\n",
                "[Slice]\nTasksMax=\\\n8\n"
            })
    void anyOtherTextIsAFault(String text) {
        SystemdFile meant = file(SLICE, "Slice", "TasksMax", Word.of(7));
        assertThrows(InternalFault.class, () -> readBack.compare(meant, text));
    }

    @Test
    void unknownDirectivesAreFaults() {
        assertThrows(
                InternalFault.class,
                () -> readBack.compare(file(SLICE, "Slice", "CPUShares", Word.of(7)), "[Slice]\nCPUShares=7\n"));
        assertThrows(
                InternalFault.class,
                () -> readBack.compare(file(SLICE, "Slice", "Colour", Word.of(7)), "[Slice]\nColour=7\n"));
        SystemdFile newer = file(ArtefactKind.of("nspawn"), "Exec", "RestrictAddressFamilies", Word.of("AF_UNIX"));
        assertDoesNotThrow(() -> readBack.compare(newer, "[Exec]\nRestrictAddressFamilies=AF_UNIX\n"));
        assertThrows(
                InternalFault.class,
                () -> new ReadBack(CATALOGUE, 260).compare(newer, "[Exec]\nRestrictAddressFamilies=AF_UNIX\n"));
    }

    @Test
    void unescapedSpecifiersAreFaults() {
        SystemdFile doubled = file(SLICE, "Unit", "Description", new UnitText("50% of it"));
        assertDoesNotThrow(() -> readBack.compare(doubled, "[Unit]\nDescription=50%% of it\n"));
        assertThrows(InternalFault.class, () -> readBack.compare(doubled, "[Unit]\nDescription=50% of it\n"));
    }

    @Test
    void aRuleMoreOrLessInAFirewallIsAFault() {
        NftBlock chain =
                NftBlock.chain("c", List.of(NftRule.of(ORIGIN, "iifname ? accept", NftWord.iface("b-abcdefg"))));
        NftFile meant = new NftFile(
                "x",
                ArtefactKind.of("firewall"),
                Banner.tenant("a"),
                List.of(new NftFile.Table(NftWord.keyword("inet"), List.of(chain))),
                List.of());
        String head = "# c\n\ntable inet bbc {\n\tchain c {\n";
        assertTrue(readBack.compare(meant, head + "\t\tiifname \"b-abcdefg\" accept\n\t}\n}\n")
                .of(5)
                .isPresent());
        for (String body : List.of(
                "",
                "iifname \"b-abcdefg\" drop\n",
                "iifname \"b-abcdefg\"\naccept\n",
                "iifname \"b-abcdefg\" accept\ndrop\n",
                "iifname \"b-abcdefg\" accept; accept\n")) {
            assertThrows(InternalFault.class, () -> readBack.compare(meant, head + body + "\t}\n}\n"), body);
        }
    }

    @Test
    void aDifferentManifestIsAFault() {
        JsonFile meant = new JsonFile(
                "x",
                ArtefactKind.of("host-manifest"),
                Json.object().put("a", 1).put("b", "t").build(),
                new ManifestOrigins(ORIGIN, Map.of(), Map.of(), Map.of()));
        assertDoesNotThrow(() -> JsonReadBack.compare(meant, "{\"a\": 1, \"b\": \"t\"}"));
        for (String text : List.of(
                "{\"a\":1}",
                "{\"a\":1,\"b\":\"t\",\"c\":2}",
                "{\"b\":\"t\",\"a\":1}",
                "{\"a\":1,\"b\":\"u\"}",
                "{\"a\":1,\"b\":\"t\"} {}",
                "{\"a\":1,\"b\":\"t\"",
                "{\"a\":true,\"b\":\"t\"}")) {
            assertThrows(InternalFault.class, () -> JsonReadBack.compare(meant, text), text);
        }
    }
}
