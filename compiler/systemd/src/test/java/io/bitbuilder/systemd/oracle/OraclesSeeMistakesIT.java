package io.bitbuilder.systemd.oracle;

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
        sees(
                root,
                new UnitOracle(),
                "systemd/system/systemd-nspawn@a.b.service.d/50-bbc.conf",
                "[Service]\nCPUWeight=100\n",
                "[Service]\nCPUWeight=20000\n",
                "CPUWeight");
    }

    @Test
    void networks(OracleRoot root) {
        String netdev = "[NetDev]\nName=b-a\nKind=bridge\n";
        String network = "[Match]\nName=b-a\n[Network]\nConfigureWithoutCarrier=yes\nLinkLocalAddressing=no\nAddress=";
        put("systemd/network/50-b-a.netdev", netdev);
        sees(
                root,
                new NetworkOracle(true),
                "systemd/network/50-b-a.network",
                network + "10.9.0.1/24\n",
                network + "10.9.0.300/24\n",
                "50-b-a.network:6");
        put("systemd/network/50-b-a.network", network + "10.9.0.1/24\n");
        sees(
                root,
                new NetworkOracle(true),
                "systemd/network/50-b-a.netdev",
                netdev,
                netdev.replace("b-a", "b-else"),
                "did not get 10.9.0.1/24");
    }

    @Test
    void guestNetworks(OracleRoot root) {
        String network = "[Match]\nName=host0\n[Network]\nDHCP=";
        sees(
                root,
                new GuestNetworkOracle(),
                "bbc/guest/a.b/network.network.50-host0",
                network + "ipv4\n",
                network + "sometimes\n",
                "a.b/network.network.50-host0:4");
    }

    @Test
    void firewalls(OracleRoot root) {
        String table = "table inet bbc {\nchain c {\ndrop\n}\n}\n";
        sees(root, new FirewallOracle(), "bbc/nft/a.nft", table, table.replace("drop", "dorp"), "dorp");
    }

    @Test
    void containers(OracleRoot root) {
        String settings = "[Exec]\nCapability=CAP_";
        sees(
                root,
                PerFileOracle.NSPAWN,
                "systemd/nspawn/a.b.nspawn",
                settings + "NET_ADMIN\n",
                settings + "NET_AMDIN\n",
                "a.b.nspawn:2");
    }

    @Test
    void machines(OracleRoot root) {
        String line = "[Service]\nExecStart=\nExecStart=\"/usr/bin/systemd-vmspawn\" \"--image=/var/lib/a.raw\" ";
        sees(
                root,
                new VmspawnOracle(),
                "systemd/system/tenant-vm@a.b.service.d/50-bbc.conf",
                line + "\"--cpus=2\"\n",
                line + "\"--network-bridge=b-a\"\n",
                "network-bridge");
    }

    @Test
    void folders(OracleRoot root) {
        sees(
                root,
                new FolderOracle(),
                "tmpfiles.d/bbc-a.conf",
                "d /var/lib/a 0700 root root -\n",
                "d /var/lib/a 0700 unknown-user root -\n",
                "unknown-user");
    }

    @Test
    void linesOfFolders(OracleRoot root) {
        sees(
                root,
                PerFileOracle.TMPFILES,
                "tmpfiles.d/bbc-a.conf",
                "d /var/lib/a 0700 root root -\n",
                "\nd var/lib/a 0700 root root -\n",
                "bbc-a.conf:2: Path 'var/lib/a' not absolute.");
    }

    @Test
    void users(OracleRoot root) {
        sees(
                root,
                PerFileOracle.SYSUSERS,
                "sysusers.d/bbc-a.conf",
                "u bbc-a -\n",
                "u bbc-a x\n",
                "bbc-a.conf:1: Failed to parse UID");
    }

    @Test
    void links(OracleRoot root) {
        String link = "[Match]\nOriginalName=e*\n[Link]\nMTUBytes=";
        sees(root, new LinkOracle(), "systemd/network/10-a.link", link + "1500\n", link + "much\n", "10-a.link:4");
    }

    @Test
    void partitions(OracleRoot root) {
        String partition = "[Partition]\nType=linux-generic\nSizeMinBytes=";
        sees(root, PerFileOracle.REPART, "repart.d/10-a.conf", partition + "1G\n", partition + "much\n", "10-a.conf:3");
    }

    @Test
    void updates(OracleRoot root) {
        String transfer = "[Source]\nType=regular-file\nPath=/var\nMatchPattern=a_@v\n"
                + "[Target]\nType=regular-file\nPath=/srv\nMatchPattern=a_@v\nMode=";
        sees(
                root,
                PerFileOracle.SYSUPDATE,
                "sysupdate.d/a.transfer",
                transfer + "0644\n",
                transfer + "0999\n",
                "a.transfer:9");
    }

    @Test
    void components(OracleRoot root) {
        sees(
                root,
                PerFileOracle.SYSUPDATE,
                "sysupdate.a.component",
                "[Component]\nEnabled=yes\n",
                "[Component]\nEnable=yes\n",
                "a.component:2");
    }

    @Test
    void daemons(OracleRoot root) {
        sees(
                root,
                DaemonOracle.NETWORKD,
                "systemd/networkd.conf.d/a.conf",
                "[Network]\nSpeedMeter=yes\n",
                "[Network]\nSpeedMeter=so\n",
                "a.conf:2");
    }

    @Test
    void delegates(OracleRoot root) {
        sees(
                root,
                DaemonOracle.RESOLVED,
                "systemd/dns-delegate.d/a.dns-delegate",
                "[Delegate]\nDNS=1.1.1.1\nDomains=a.b\n",
                "[Delegate]\nDNS=1.1.1\nDomains=a.b\n",
                "a.dns-delegate:2");
    }

    @Test
    void complaintsWithoutAFileBelongToTheReadFile(OracleRoot root) {
        put("systemd/resolved.conf.d/b.conf", "[Resolve]\nDNS=1.1.1.1\n");
        sees(
                root,
                DaemonOracle.RESOLVED,
                "systemd/resolved.conf.d/a.conf",
                "[Resolve]\nDNS=1.1.1.2\n",
                "[Resolve]\nDNS=1.1.1\n",
                "a.conf: Failed to add DNS server address");
        sees(
                root,
                new UnitOracle(),
                "systemd/system/a.service",
                "[Service]\nExecStart=/usr/bin/true\nUser=a\n",
                "[Service]\nExecStart=/usr/bin/true\nUser=a b\n",
                "a.service: Accepting user/group name");
    }

    @Test
    void rules(OracleRoot root) {
        sees(
                root,
                PerFileOracle.UDEV_RULES,
                "udev/rules.d/99-a.rules",
                "KERNEL==\"a\", NAME=\"b\"\n",
                "KERNEL==\"a\", NOM=\"b\"\n",
                "NOM");
    }

    @Test
    void confexts(OracleRoot root) {
        put("bbc/file", "x\n");
        sees(
                root,
                new ConfextOracle(),
                "extension-release.d/extension-release.bbc",
                "ID=_any\n",
                "ID=another\n",
                "nothing is merged");
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
