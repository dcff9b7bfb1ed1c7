package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.object.VerifyInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of links that fail only together: sizes of packets, forwarding, keys of WireGuard, leases. */
class LinkLintsTest {
    private static final String NETWORK = "etc/systemd/network/";

    private final Map<String, byte[]> files = new TreeMap<>();

    private void put(String path, String lines) {
        files.put(path, lines.replace(';', '\n').getBytes(StandardCharsets.UTF_8));
    }

    private List<String> codes(String... only) {
        return Verifier.verifyTree(files, 262).stream()
                .filter(f -> Stream.of(only).anyMatch(f.code().id()::equals))
                .map(f -> f.code().id() + " " + f.primary().span().file().path().replace(NETWORK, "") + ":"
                        + f.primary().span().line())
                .toList();
    }

    /** Of bridge, port and .link file; measured: the bridge drops packets above the MTU of its port. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MTUBytes=9000, -, -, 20-port.network:4",
                "MTUBytes=9000, MTUBytes=9000, -, -",
                "MTUBytes=9000, MTUBytes=1500, -, 20-port.network:6",
                "MTUBytes=9000, -, MTUBytes=9000, -",
                "MTUBytes=9000, -, MTUBytes=9K, -",
                "MTUBytes=1400, -, -, -",
                "-, MTUBytes=1400, -, -"
            })
    void aBridgeSendsThroughItsPorts(String bridge, String port, String link, String expected) {
        put(NETWORK + "10-br0.netdev", "[NetDev];Name=br0;Kind=bridge" + (bridge == null ? "" : ";" + bridge));
        put(NETWORK + "10-br0.network", "[Match];Name=br0");
        put(
                NETWORK + "20-port.network",
                "[Match];Name=eth0;[Network];Bridge=br0" + (port == null ? "" : ";[Link];" + port));
        put(NETWORK + "10-eth.link", "[Match];OriginalName=eth0;[Link];" + (link == null ? "Name=eth0" : link));
        assertEquals(expected == null ? List.of() : List.of("SYS217 " + expected), codes("SYS217"));
        put(NETWORK + "10-br0.netdev", "[NetDev];Name=br0;Kind=bridge");
        put(NETWORK + "10-br0.network", "[Match];Name=br0;[Link];" + (bridge == null ? "" : bridge));
        assertEquals(expected == null ? List.of() : List.of("SYS217 " + expected), codes("SYS217"));
    }

    /** networkd raises the link below, unless its file says otherwise. */
    @ParameterizedTest
    @CsvSource({"'', 0", "'[Link];MTUBytes=9000', 0", "'[Link];MTUBytes=1500', 1"})
    void aVlanIsNotAboveItsLink(String lines, int found) {
        put(NETWORK + "10-v.netdev", "[NetDev];Name=v;Kind=vlan;MTUBytes=9000;[VLAN];Id=7");
        put(NETWORK + "20-eth0.network", "[Match];Name=eth0;[Network];VLAN=v;" + lines);
        assertEquals(found == 0 ? List.of() : List.of("SYS217 10-v.netdev:4"), codes("SYS217"));
    }

    /** Measured: net.ipv6.conf.all.forwarding stays 0. */
    @ParameterizedTest
    @CsvSource({
        "IPv6Forwarding=yes, '', 10-a.network:4",
        "IPv6Forwarding=no, '', ",
        "IPv6Forwarding=yes, IPv6Forwarding=yes, ",
        "IPv6Forwarding=yes;IPMasquerade=both, '', ",
        "IPv6Forwarding=yes;IPMasquerade=ipv4, '', 10-a.network:4",
        "IPv4Forwarding=yes, '', 10-a.network:4",
        "IPv4Forwarding=yes, IPv4Forwarding=yes, ",
        "IPMasquerade=ipv4, '', "
    })
    void oneLinkForwards(String link, String global, String expected) {
        put(NETWORK + "10-a.network", "[Match];Name=eth0;[Network];" + link);
        put(NETWORK + "20-b.network", "[Match];Name=eth1;[Network];DHCP=yes");
        put("etc/systemd/networkd.conf", "[Network];" + global);
        assertEquals(expected == null ? List.of() : List.of("SYS218 " + expected), codes("SYS218"));
        if (link.startsWith("IPv4")) {
            put(NETWORK + "20-b.network", "[Match];Name=eth1;[Network];DHCP=yes;IPv4Forwarding=yes");
            assertEquals(List.of(), codes("SYS218"));
        }
    }

    /** Files of sysctl.d are not read: they may switch forwarding on for all links. */
    @Test
    void theKernelMayBeSetOtherwise() {
        RawFile network = new RawFile(
                NETWORK + "10-a.network",
                "[Match]\nName=eth0\n[Network]\nIPv6Forwarding=yes\n".getBytes(StandardCharsets.UTF_8));
        for (String other : List.of("etc/motd", "etc/sysctl.d/10-router.conf")) {
            Findings findings = new Findings();
            Verifier.of(262)
                    .verify(
                            new VerifyInput(
                                    List.of(network),
                                    new TreeSet<>(Set.of(other)),
                                    new TreeMap<>(),
                                    true,
                                    Optional.empty()),
                            findings);
            assertEquals(other.equals("etc/motd") ? 1 : 0, findings.sorted().size());
        }
    }

    /** The key pair is the example of RFC 7748, section 6.1. */
    @Test
    void aPeerIsNotTheDeviceItself() {
        String key = "PrivateKey=dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo=";
        put(
                NETWORK + "10-wg.netdev",
                "[NetDev];Name=wg;Kind=wireguard;[WireGuard];" + key
                        + ";[WireGuardPeer];PublicKey=3p7bfXt9wbTTW2HC7OQ1Nz+DQ8hbeGdNrfx+FG+IK08=");
        assertEquals(List.of(), codes("SYS214"));
        put(
                NETWORK + "10-wg.netdev",
                "[NetDev];Name=wg;Kind=wireguard;[WireGuard];" + key
                        + ";[WireGuardPeer];PublicKey=hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=");
        assertEquals(List.of("SYS214 10-wg.netdev:7"), codes("SYS214"));
        put(
                NETWORK + "10-wg.netdev",
                "[NetDev];Name=wg;Kind=wireguard;[WireGuard];PrivateKey=short"
                        + ";[WireGuardPeer];PublicKey=hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=");
        assertEquals(List.of(), codes("SYS214"));
    }

    /** Measured: the link fails for all but the lease outside of the subnet. */
    @ParameterizedTest
    @CsvSource({
        "'[DHCPServer];PoolOffset=300', SYS208",
        "'[DHCPServer];PoolOffset=100;PoolSize=200', SYS208",
        "'[DHCPServerStaticLease];MACAddress=52:54:00:00:00:01;Address=10.0.0.5;[DHCPServerStaticLease];"
                + "MACAddress=52:54:00:00:00:01;Address=10.0.0.6', SYS208",
        "'[DHCPServerStaticLease];MACAddress=52:54:00:00:00:01;Address=10.0.0.5;[DHCPServerStaticLease];"
                + "MACAddress=52:54:00:00:00:02;Address=10.0.0.5', SYS208",
        "'[DHCPServerStaticLease];MACAddress=52:54:00:00:00:01;Address=10.0.1.5', SYS216"
    })
    void aServerStartsOrItsLinkFails(String lines, String code) {
        put(NETWORK + "10-a.network", "[Match];Name=eth0;[Network];Address=10.0.0.1/24;DHCPServer=yes;" + lines);
        assertEquals(1, codes("SYS208", "SYS216").size());
        assertEquals(1, codes(code).size());
    }
}
