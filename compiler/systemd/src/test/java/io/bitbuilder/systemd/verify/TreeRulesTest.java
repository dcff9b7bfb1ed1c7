package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.catalogue.Catalogue;
import io.bitbuilder.systemd.object.VerifyInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules of trees, and their limits: no rule reports missing files unless the tree is complete. */
class TreeRulesTest {
    private static final String NETWORK = "etc/systemd/network/";
    private static final String VLAN = "[NetDev]\nName=vl0\nKind=vlan\n\n[VLAN]\nId=5\n";

    private static RawFile file(String path, String text) {
        return new RawFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> codes(VerifyInput input) {
        Findings findings = new Findings();
        Verifier.of(Catalogue.NEWEST).verify(input, findings);
        return findings.sorted().stream()
                .map(f -> f.code() + " " + f.primary().span().file().path() + ":"
                        + f.primary().span().line())
                .toList();
    }

    private static List<String> whole(RawFile... files) {
        return codes(VerifyInput.files(List.of(files), true));
    }

    private static String network(String name, String body) {
        return "[Match]\nName=" + name + "\n\n[Network]\n" + body;
    }

    @Test
    void missingFilesAreReportedOfWholeTreesOnly() {
        RawFile vlan = file(NETWORK + "10-vl0.netdev", VLAN);
        assertEquals(List.of("SYS102 " + NETWORK + "10-vl0.netdev:2"), whole(vlan));
        assertEquals(List.of(), codes(VerifyInput.files(List.of(vlan), false)));
        RawFile port = file(NETWORK + "20-eth0.network", network("eth0", "Bridge=br0\n"));
        assertEquals(List.of("SYS103 " + NETWORK + "20-eth0.network:5"), whole(port));
        assertEquals(List.of(), codes(VerifyInput.files(List.of(port), false)));
    }

    @Test
    void hostsOfOneTreeAreSeparate() {
        assertEquals(
                List.of(),
                whole(
                        file("a/" + NETWORK + "10-br0.network", network("br0", "Address=10.0.0.1/24\n")),
                        file("b/" + NETWORK + "10-br1.network", network("br1", "Address=10.0.0.1/24\n"))));
    }

    @Test
    void aDropInSwitchesASectionOn() {
        RawFile main =
                file(NETWORK + "10-br0.network", network("br0", "Address=10.0.0.1/24\n\n[DHCPServer]\nPoolSize=5\n"));
        RawFile dropIn = file(NETWORK + "10-br0.network.d/50-on.conf", "[Network]\nDHCPServer=yes\n");
        assertEquals(List.of("SYS101 " + NETWORK + "10-br0.network:7"), whole(main));
        assertEquals(List.of(), whole(main, dropIn));
        assertEquals(List.of(), whole(file(NETWORK + "10-br0.network.d/50-on.conf", "[DHCPServer]\nPoolSize=5\n")));
    }

    @Test
    void linksInDifferentTablesMayShareASubnet() {
        RawFile one = file(NETWORK + "10-a.network", network("a", "Address=10.0.0.1/24\n"));
        assertEquals(
                List.of("SYS201 " + NETWORK + "20-b.network:5"),
                whole(one, file(NETWORK + "20-b.network", network("b", "Address=10.0.0.1/24\n"))));
        assertEquals(
                List.of("SYS202 " + NETWORK + "20-b.network:5"),
                whole(one, file(NETWORK + "20-b.network", network("b", "Address=10.0.0.2/25\n"))));
        assertEquals(
                List.of(),
                whole(
                        one,
                        file(NETWORK + "05-red.netdev", "[NetDev]\nName=red\nKind=vrf\n\n[VRF]\nTable=9\n"),
                        file(NETWORK + "20-b.network", network("b", "VRF=red\nAddress=10.0.0.1/24\n"))));
        assertEquals(
                List.of(),
                whole(
                        file(NETWORK + "10-a.network", network("a", "Address=10.0.0.1/32\n")),
                        file(NETWORK + "20-b.network", network("b", "Address=10.0.0.1/32\n"))));
        assertEquals(
                List.of(),
                whole(
                        file(NETWORK + "10-a.network", network("a", "Address=169.254.1.1/16\n")),
                        file(NETWORK + "20-b.network", network("b", "Address=169.254.1.2/16\n"))));
    }

    @Test
    void aFileHidesALaterOneOnlyUnderItsOwnConditions() {
        RawFile veths = file(NETWORK + "10-veth.network", "[Match]\nName=c-*\nKind=veth\n");
        assertEquals(List.of(), whole(veths, file(NETWORK + "20-c.network", "[Match]\nName=c-web\n")));
        assertEquals(
                List.of("SYS106 " + NETWORK + "20-c.network:2"),
                whole(veths, file(NETWORK + "20-c.network", "[Match]\nName=c-web\nKind=veth\n")));
        assertEquals(
                List.of(),
                whole(
                        file(NETWORK + "10-no.network", "[Match]\nName=!c-*\n"),
                        file(NETWORK + "20-c.network", "[Match]\nName=c-web\n")));
    }

    @Test
    void thePoolEndsBelowTheBroadcastAddress() {
        String server = "Address=10.0.0.1/24\nDHCPServer=yes\n\n[DHCPServer]\nPoolOffset=100\nPoolSize=";
        assertEquals(List.of(), whole(file(NETWORK + "10-br0.network", network("br0", server + "155\n"))));
        assertEquals(
                List.of("SYS208 " + NETWORK + "10-br0.network:10"),
                whole(file(NETWORK + "10-br0.network", network("br0", server + "156\n"))));
    }

    @Test
    void instancesAliasesAndLinksAreUnits() {
        RawFile user = file(
                "etc/systemd/system/a.service",
                "[Unit]\nRequires=b@1.service c.service d.service\n\n[Service]\nExecStart=/usr/bin/a\n");
        RawFile template = file(
                "etc/systemd/system/b@.service", "[Service]\nExecStart=/usr/bin/b\n\n[Install]\nAlias=c.service\n");
        TreeMap<String, String> links = new TreeMap<>();
        links.put("etc/systemd/system/d.service", "/usr/lib/systemd/system/e.service");
        assertEquals(
                List.of(),
                codes(new VerifyInput(List.of(user, template), new TreeSet<>(), links, true, Optional.empty())));
        assertEquals(3, whole(user).size());
    }

    @Test
    void aDanglingLinkMasksFilesOfLowerPrecedence() {
        RawFile wrong = file("usr/lib/systemd/network/a.network", "[Match]\nNoSuch=key\n");
        assertEquals(2, whole(wrong).size());
        TreeMap<String, String> links = new TreeMap<>();
        links.put(NETWORK + "a.network", "/dev/null");
        assertEquals(
                List.of(),
                codes(new VerifyInput(List.of(wrong), new TreeSet<>(), links, true, Optional.empty())).stream()
                        .filter(c -> c.startsWith("SYS003"))
                        .toList());
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void fiveThousandFilesAndHostileOnesAreJudgedInTime() {
        List<RawFile> files = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            files.add(file(NETWORK + "10-b" + i + ".netdev", "[NetDev]\nName=b" + i + "\nKind=bridge\n"));
            files.add(file(
                    NETWORK + "50-b" + i + ".network",
                    network("b" + i, "Address=10." + i / 250 + "." + i % 250 + ".1/24\nDHCPServer=yes\n")));
        }
        assertEquals(List.of(), codes(VerifyInput.files(files, true)));
        assertEquals(
                100_000,
                whole(file(
                                NETWORK + "a.network",
                                "[Match]\nName=a\n[Network]\n" + "Adress=10.0.0.1/24\n".repeat(100_000)))
                        .size());
        StringBuilder headers = new StringBuilder("[Match]\nName=a\n");
        for (int i = 0; i < 100_000; i++) {
            headers.append("[Networ").append(i % 50_000).append("]\n");
        }
        assertEquals(
                100_000, whole(file(NETWORK + "a.network", headers.toString())).size());
    }
}
