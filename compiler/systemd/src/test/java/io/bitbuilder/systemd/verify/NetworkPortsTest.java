package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Complaints of networkd about ports of bonds and bridges, which require the .netdev file; recorded from systemd 262.
 */
class NetworkPortsTest {
    private static final RawFile BOND = file("10-bond0.netdev", "[NetDev]\nName=bond0\nKind=bond\n");
    private static final RawFile BRIDGE = file("10-br0.netdev", "[NetDev]\nName=br0\nKind=bridge\n");

    @Test
    void aPortOfABondHasNoAddressesRoutesOrServices() {
        String port = "[Match]\nName=e1\n[Network]\nBond=bond0\nAddress=10.0.0.1/24\nGateway=10.0.0.2\nDHCP=yes\n"
                + "LinkLocalAddressing=ipv6\n"
                + "DHCPServer=yes\nIPv6AcceptRA=yes\nIPv6SendRA=yes\nDHCPRelay=upstream\n";
        assertEquals(List.of(5, 6, 7, 8, 9, 10, 11, 12), lines(file("20-a.network", port), BOND));
        assertEquals(
                List.of(5, 7),
                lines(
                        file(
                                "20-a.network",
                                "[Match]\nName=e4\n[Network]\nBond=bond0\n[Address]\nAddress=10.0.0.1/24\n"
                                        + "[Route]\nGateway=10.0.0.9\n"),
                        BOND));
    }

    @Test
    void aPortOfABridgeHasNoLinkLocalAddress() {
        String port = "[Match]\nName=e2\n[Network]\nBridge=br0\nDHCP=yes\nIPv6AcceptRA=yes\n";
        assertEquals(List.of(5, 6), lines(file("20-a.network", port), BRIDGE));
        assertEquals(List.of(5), lines(file("20-a.network", port)), "an address belongs on the bridge");
    }

    @Test
    void keepMasterWinsOverBond() {
        assertEquals(
                List.of(4, 6),
                lines(
                        file("20-a.network", "[Match]\nName=e3\n[Network]\nBond=bond0\nKeepMaster=yes\nDHCP=yes\n"),
                        BOND));
    }

    private static RawFile file(String name, String text) {
        return new RawFile("etc/systemd/network/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Integer> lines(RawFile network, RawFile... devices) {
        List<RawFile> files = new ArrayList<>(List.of(devices));
        files.add(network);
        Findings findings = new Findings();
        Verifier.of(Catalogue.NEWEST).verify(files, false, findings);
        return findings.sorted().stream()
                .map(Finding::primary)
                .filter(label -> label.span().file().path().endsWith(".network"))
                .map(label -> label.span().line())
                .distinct()
                .sorted()
                .toList();
    }
}
