package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each pair of directives that the manual calls conflicting is reported for a file with both, and not for one with the
 * first only. The table is an oracle, as its header says.
 */
class ConflictsTest {
    /** Path and required lines besides the pair, by type. */
    private static final Map<String, List<String>> FILES = Map.of(
            "nspawn", List.of("etc/systemd/nspawn/a.nspawn", ""),
            "network", List.of("etc/systemd/network/a.network", "[Match]\nName=eth0\n"),
            "netdev",
                    List.of(
                            "etc/systemd/network/a.netdev",
                            "[NetDev]\nName=vx0\nKind=vxlan\n[VXLAN]\nRemote=192.0.2.1\n"),
            "service", List.of("etc/systemd/system/a.service", "[Service]\nExecStart=/bin/true\n"),
            "socket", List.of("etc/systemd/system/a.socket", "[Socket]\nListenStream=/run/x\n"),
            "repart.d", List.of("etc/repart.d/a.conf", "[Partition]\nType=root\n"));

    /** A value for keys with any value in the table. */
    private static final Map<String, String> ANY = Map.ofEntries(
            Map.entry("Address", "192.0.2.1/24"),
            Map.entry("AmbientCapability", "CAP_NET_RAW"),
            Map.entry("BindCarrier", "eth1"),
            Map.entry("BlockDeviceReplace", "/dev/vda"),
            Map.entry("CopyBlocks", "/var/image"),
            Map.entry("CopyFiles", "/srv"),
            Map.entry("CriticalConnection", "yes"),
            Map.entry("DHCPRelay", "upstream"),
            Map.entry("Format", "ext4"),
            Map.entry("Gateway", "192.0.2.2"),
            Map.entry("Group", "5:1"),
            Map.entry("KeepConfiguration", "yes"),
            Map.entry("MTUBytes", "1500"),
            Map.entry("MakeDirectories", "/srv"),
            Map.entry("MakeSymlinks", "/a:/b"),
            Map.entry("MultiPathRoute", "192.0.2.3"),
            Map.entry("NamespacePath", "/run/netns/a"),
            Map.entry("NextHop", "5"),
            Map.entry("Port", "tcp:80"),
            Map.entry("RuntimeMaxSec", "5"),
            Map.entry("Service", "b.service"),
            Map.entry("SupplementFor", "10-root"),
            Map.entry("VNI", "5"),
            Map.entry("VirtualEthernetExtra", "a:b"));

    static Stream<List<String>> conflicts() throws IOException {
        try (InputStream in = ConflictsTest.class.getResourceAsStream("/verify/conflicts.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(row -> !row.startsWith("#"))
                            .skip(1)
                            .map(row -> List.of(row.split("\t", -1)))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void isFound(List<String> row) {
        String first = line(row.get(2), row.get(3));
        String second = line(row.get(5), row.get(6));
        String opening = "[" + row.get(1) + "]\n" + (row.get(1).equals("Route") ? "Destination=198.51.100.0/24\n" : "");
        String next = row.get(1).equals(row.get(4)) ? "" : "[" + row.get(4) + "]\n";
        Set<String> found = findings(row.get(0), opening + first + next + second);
        found.removeAll(findings(row.get(0), opening + first));
        assertFalse(found.isEmpty());
    }

    private static String line(String key, String values) {
        String value = values.split("\\|")[0];
        String text = switch (value) {
            case "*" -> ANY.getOrDefault(key, "br0");
            case "true" -> "yes";
            case "false" -> "no";
            default -> value;
        };
        return key + "=" + text + "\n" + (key.equals("Verity") ? "VerityMatchKey=a\n" : "");
    }

    private static Set<String> findings(String type, String text) {
        List<String> file = FILES.get(type);
        Findings findings = new Findings();
        Verifier.of(Catalogue.NEWEST)
                .verify(
                        List.of(new RawFile(file.getFirst(), (file.getLast() + text).getBytes(StandardCharsets.UTF_8))),
                        false,
                        findings);
        return findings.sorted().stream()
                .map(f -> f.code() + ": " + f.message())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
