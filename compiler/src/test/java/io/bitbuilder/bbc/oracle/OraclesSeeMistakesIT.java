package io.bitbuilder.bbc.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The judges themselves: each one must see a mistake of its kind, and stay silent about the same file without it. */
@Tag("oracle")
@ExtendWith(OracleRootExtension.class)
class OraclesSeeMistakesIT {
    @TempDir
    Path etc;

    @Test
    void units(OracleRoot root) {
        String unit = "[Service]\nExecStart=/usr/bin/true\n";
        sees(root, new UnitOracle(), "systemd/system/a.service", unit, unit + "MemoryMax=4GiB\n", "a.service:3");
    }

    @Test
    void dropInsOfInstances(OracleRoot root) {
        sees(root, new UnitOracle(), "systemd/system/systemd-nspawn@a.b.service.d/50-bbc.conf",
                "[Service]\nCPUWeight=100\n", "[Service]\nCPUWeight=20000\n", "CPUWeight");
    }

    @Test
    void networks(OracleRoot root) {
        String netdev = "[NetDev]\nName=b-a\nKind=bridge\n";
        String network = "[Match]\nName=b-a\n[Network]\nConfigureWithoutCarrier=yes\nLinkLocalAddressing=no\nAddress=";
        put("systemd/network/50-b-a.netdev", netdev);
        sees(root, new NetworkOracle(), "systemd/network/50-b-a.network",
                network + "10.9.0.1/24\n", network + "10.9.0.300/24\n", "50-b-a.network:6");
        put("systemd/network/50-b-a.network", network + "10.9.0.1/24\n");
        sees(root, new NetworkOracle(), "systemd/network/50-b-a.netdev", netdev, netdev.replace("b-a", "b-else"),
                "did not get 10.9.0.1/24");
    }

    @Test
    void guestNetworks(OracleRoot root) {
        String network = "[Match]\nName=host0\n[Network]\nDHCP=";
        sees(root, new GuestNetworkOracle(), "bbc/guest/a.b/network.network.50-host0",
                network + "ipv4\n", network + "sometimes\n", "a.b/network.network.50-host0:4");
    }

    @Test
    void firewalls(OracleRoot root) {
        String table = "table inet bbc_a\ndelete table inet bbc_a\ntable inet bbc_a {\nchain c {\ndrop\n}\n}\n";
        sees(root, new FirewallOracle(), "bbc/nft/a.nft", table, table.replace("drop", "dorp"), "dorp");
    }

    @Test
    void containers(OracleRoot root) {
        String settings = "[Exec]\nCapability=CAP_";
        sees(root, new NspawnOracle(), "systemd/nspawn/a.b.nspawn",
                settings + "NET_ADMIN\n", settings + "NET_AMDIN\n", "a.b.nspawn:2");
    }

    @Test
    void machines(OracleRoot root) {
        String line = "[Service]\nExecStart=\nExecStart=\"/usr/bin/systemd-vmspawn\" \"--image=/var/lib/a.raw\" ";
        sees(root, new VmspawnOracle(), "systemd/system/tenant-vm@a.b.service.d/50-bbc.conf",
                line + "\"--cpus=2\"\n", line + "\"--network-bridge=b-a\"\n", "network-bridge");
    }

    @Test
    void folders(OracleRoot root) {
        sees(root, new FolderOracle(), "tmpfiles.d/bbc-a.conf",
                "d /var/lib/a 0700 root root -\n", "d /var/lib/a 0700 nobody-knows root -\n", "nobody-knows");
    }

    @Test
    void confexts(OracleRoot root) {
        put("bbc/file", "x\n");
        sees(root, new ConfextOracle(), "extension-release.d/extension-release.bbc",
                "ID=_any\n", "ID=another\n", "nothing is merged");
    }

    private void sees(OracleRoot root, Oracle oracle, String path, String right, String wrong, String complaint) {
        HostTree tree = new HostTree("hand-written", etc);
        put(path, right);
        assertEquals(List.of(), oracle.judge(root, tree).complaints());
        put(path, wrong);
        List<String> complaints = oracle.judge(root, tree).complaints();
        assertTrue(complaints.stream().anyMatch(line -> line.contains(complaint)), complaints::toString);
    }

    private void put(String path, String text) {
        try {
            Files.createDirectories(etc.resolve(path).getParent());
            Files.writeString(etc.resolve(path), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
