package io.bitbuilder.bbc.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.imports.ImportTable;
import io.bitbuilder.bbc.imports.ImportTable.Rule;
import io.bitbuilder.core.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/import.md} are those of {@code stdlib/import.tsv}; {@code -Dbbc.bless=true} writes them.
 */
class ImportReferenceTest {
    private static final String TABLES = "\n## Keys\n";
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("compose", "Compose: top"),
            Map.entry("compose.service", "Compose: a service"),
            Map.entry("compose.network", "Compose: a network"),
            Map.entry("compose.volume", "Compose: a volume"),
            Map.entry("quadlet.Container", "Quadlet: [Container]"),
            Map.entry("quadlet.Volume", "Quadlet: [Volume]"),
            Map.entry("quadlet.Network", "Quadlet: [Network]"),
            Map.entry("unit.Service", "Units: [Service]"),
            Map.entry("unit.Unit", "Units: [Unit]"),
            Map.entry("unit.Install", "Units: [Install]"),
            Map.entry("nspawn.Exec", "systemd-nspawn: [Exec]"),
            Map.entry("nspawn.Files", "systemd-nspawn: [Files]"),
            Map.entry("nspawn.Network", "systemd-nspawn: [Network]"),
            Map.entry("netdev.NetDev", "systemd-networkd: [NetDev]"),
            Map.entry("netdev.Bridge", "systemd-networkd: [Bridge]"),
            Map.entry("network.Match", "systemd-networkd: [Match]"),
            Map.entry("network.Link", "systemd-networkd: [Link]"),
            Map.entry("network.Network", "systemd-networkd: [Network]"),
            Map.entry("network.Address", "systemd-networkd: [Address]"),
            Map.entry("network.DHCPServer", "systemd-networkd: [DHCPServer]"));

    @Test
    void thePageListsTheKeys() throws IOException {
        Path page = Repository.path("docs/import.md");
        String text = Files.readString(page);
        String generated = text.substring(0, text.indexOf(TABLES) + TABLES.length()) + tables();
        if (Boolean.getBoolean("bbc.bless")) {
            Files.writeString(page, generated);
        }
        assertEquals(Files.readString(page), generated, "see docs/testing.md for how to bless");
    }

    private static String tables() {
        SequencedMap<String, SequencedMap<String, StringBuilder>> tables = new LinkedHashMap<>();
        for (Rule rule : ImportTable.all()) {
            tables.computeIfAbsent(TITLES.get(rule.source()), t -> new LinkedHashMap<>())
                    .computeIfAbsent(meaning(rule), m -> new StringBuilder())
                    .append(" `")
                    .append(rule.key())
                    .append('`');
        }
        StringBuilder out = new StringBuilder();
        tables.forEach((title, rows) -> {
            out.append("\n### ").append(title).append("\n\n| key | in bbc |\n|---|---|\n");
            rows.forEach((meaning, keys) ->
                    out.append('|').append(keys).append(" | ").append(meaning).append(" |\n"));
        });
        return out.toString();
    }

    private static String meaning(Rule rule) {
        if (rule.isMapped()) {
            return "**`" + rule.target() + "`**";
        }
        if (rule.how().equals("named")) {
            return "the name of the block";
        }
        return rule.expected().isEmpty()
                ? rule.how()
                : "`" + String.join("`, `", rule.expected()) + "` as bbc has it; other values are a comment";
    }
}
