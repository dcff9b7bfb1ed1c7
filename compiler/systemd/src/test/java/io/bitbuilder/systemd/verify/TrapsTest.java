package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps across files that systemd reports late or never. */
class TrapsTest {
    private static final String SYSTEM = "etc/systemd/system/";
    private static final String NETWORK = "etc/systemd/network/";
    private static final String RUNS = ";[Service];ExecStart=/bin/a";
    private final Map<String, byte[]> files = new TreeMap<>();

    private TrapsTest put(String path, String lines) {
        files.put(path, lines.replace(';', '\n').getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private List<String> findings() {
        return Verifier.verifyTree(files, 262).stream()
                .map(f -> f.code() + " " + f.primary().span().file().path())
                .toList();
    }

    private TrapsTest distribution() {
        return put("usr/lib/systemd/system/basic.target", "[Unit];Description=x");
    }

    @ParameterizedTest
    @CsvSource({
        "8080, 8080, true",
        "8080, [::]:8080, true",
        "8080, 0.0.0.0:8080, true",
        "0.0.0.0:8080, 127.0.0.1:8080, true",
        "[::]:8080, [::1]:8080, true",
        "/run/f, /var/run/f, true",
        "127.0.0.1:8080, 127.0.0.2:8080, false",
        "127.0.0.1:8080, [::1]:8080, false",
        "8080, 8081, false",
        "/run/f, /run/g, false"
    })
    void socketsOverlap(String one, String other, boolean overlap) {
        put(SYSTEM + "a.socket", "[Socket];ListenStream=" + one).put(SYSTEM + "a.service", "[Unit]" + RUNS);
        put(SYSTEM + "b.socket", "[Socket];ListenStream=" + other).put(SYSTEM + "b.service", "[Unit]" + RUNS);
        assertEquals(
                overlap ? List.of("SYS207 " + SYSTEM + "b.socket") : List.of(),
                findings().stream().filter(f -> !f.startsWith("SYS006")).toList());
    }

    @Test
    void socketsOfOtherKindsOrFamiliesDoNot() {
        put(SYSTEM + "a.socket", "[Socket];BindIPv6Only=ipv6-only;ListenStream=8080");
        put(SYSTEM + "b.socket", "[Socket];ListenStream=0.0.0.0:8080");
        put(SYSTEM + "c.socket", "[Socket];ListenDatagram=8080");
        put("etc/systemd/user/d.socket", "[Socket];ListenStream=8080");
        for (String name : List.of("a", "b", "c")) {
            put(SYSTEM + name + ".service", "[Unit]" + RUNS);
        }
        put("etc/systemd/user/d.service", "[Unit]" + RUNS);
        assertEquals(List.of(), findings());
        put(SYSTEM + "e.socket", "[Socket];ListenSequentialPacket=/run/x;ListenStream=/run/x");
        put(SYSTEM + "e.service", "[Unit]" + RUNS);
        assertEquals(List.of("SYS207 " + SYSTEM + "e.socket"), findings());
    }

    @Test
    void twoContainersPublishOnePort() {
        put("etc/systemd/nspawn/a.nspawn", "[Network];VirtualEthernet=yes;Port=tcp:80:80");
        put("etc/systemd/nspawn/b.nspawn", "[Network];VirtualEthernet=yes;Port=80:8080");
        put("etc/systemd/nspawn/c.nspawn", "[Network];VirtualEthernet=yes;Port=udp:80:80");
        assertEquals(List.of("SYS207 etc/systemd/nspawn/b.nspawn"), findings());
    }

    @Test
    void twoContainersHaveOneLinkOnTheHost() {
        put("etc/systemd/nspawn/a.nspawn", "[Network];VirtualEthernetExtra=ve-x:host0");
        put("etc/systemd/nspawn/b.nspawn", "[Network];VirtualEthernetExtra=ve-x:eth1");
        put("etc/systemd/nspawn/c.nspawn", "[Network];VirtualEthernetExtra=ve-y:host0");
        assertEquals(List.of("SYS207 etc/systemd/nspawn/b.nspawn"), findings());
    }

    @Test
    void advertisementsThatAreOffHaveNoSettings() {
        String lines = "[Match];Name=eth0;[Network];IPv6AcceptRA=no;[IPv6AcceptRA];UseDNS=no";
        put(NETWORK + "a.network", lines);
        assertEquals(List.of("SYS101 " + NETWORK + "a.network"), findings());
        put(NETWORK + "a.network", lines.replace("IPv6AcceptRA=no;", ""));
        assertEquals(List.of(), findings());
    }

    @ParameterizedTest
    @CsvSource({
        "x.timer, [Timer];OnCalendar=daily;[Install];WantedBy=timers.target",
        "x.path, [Path];PathExists=/x",
        "x.socket, [Socket];ListenStream=80",
        "x.automount, [Automount];Where=/x"
    })
    void aTriggerNeedsItsUnit(String name, String lines) {
        put(SYSTEM + name, lines);
        assertEquals(List.of("SYS121 " + SYSTEM + name), findings());
        distribution();
        assertEquals(List.of("SYS108 " + SYSTEM + name), findings());
        put(SYSTEM + "x.service", "[Unit]" + RUNS).put(SYSTEM + "x.mount", "[Mount];What=tmpfs;Where=/x");
        assertEquals(List.of(), findings());
    }

    @Test
    void acceptNeedsATemplate() {
        put(SYSTEM + "x.socket", "[Socket];ListenStream=80;Accept=yes").put(SYSTEM + "x.service", "[Unit]" + RUNS);
        assertEquals(List.of("SYS108 " + SYSTEM + "x.socket"), findings());
        put(SYSTEM + "x@.service", "[Unit]" + RUNS);
        assertEquals(List.of(), findings());
    }

    @Test
    void aTemplateNamedByASpecifierIsMissing() {
        distribution().put(SYSTEM + "a.service", "[Unit];OnFailure=mail@%n.service" + RUNS);
        assertEquals(List.of("SYS108 " + SYSTEM + "a.service"), findings());
        put(SYSTEM + "mail@.service", "[Unit]" + RUNS);
        assertEquals(List.of(), findings());
    }

    @Test
    void twoLeasesOfOneClientStopTheServer() {
        String lease = "[DHCPServerStaticLease];MACAddress=52:54:00:ab:cd:01;Address=172.19.180.";
        put(
                NETWORK + "a.network",
                "[Match];Name=br0;[Network];Address=172.19.180.9/24;DHCPServer=yes;" + lease + "1;" + lease + "2");
        assertEquals(List.of("SYS208 " + NETWORK + "a.network"), findings());
    }

    @Test
    void masqueradingOfIpv6SwitchesAdvertisementsOff() {
        put(NETWORK + "a.network", "[Match];Name=eth0;[Network];DHCP=yes");
        put(NETWORK + "b.network", "[Match];Name=br0;[Network];Address=10.0.0.1/24;IPMasquerade=ipv4");
        assertEquals(List.of(), findings());
        put(NETWORK + "b.network", "[Match];Name=br0;[Network];Address=10.0.0.1/24;IPMasquerade=both");
        assertEquals(List.of("SYS124 " + NETWORK + "a.network"), findings());
        put(NETWORK + "a.network", "[Match];Name=eth0;[Network];DHCP=yes;IPv6AcceptRA=yes");
        assertEquals(List.of(), findings());
    }

    @Test
    void anOrderStartsNothing() {
        put(SYSTEM + "a.service", "[Unit];After=network-online.target" + RUNS);
        assertEquals(List.of("SYS122 " + SYSTEM + "a.service"), findings());
        put(SYSTEM + "service.d/a.conf", "[Unit];Wants=network-online.target");
        assertEquals(List.of(), findings());
    }

    @Test
    void unitsWaitForEachOther() {
        put(SYSTEM + "a.service", "[Unit];After=b.service" + RUNS);
        put(SYSTEM + "b.service", "[Unit];After=c.service" + RUNS);
        put(SYSTEM + "c.service", "[Unit]" + RUNS);
        assertEquals(List.of(), findings());
        put(SYSTEM + "c.service", "[Unit];After=a.service" + RUNS);
        assertEquals(List.of("SYS125 " + SYSTEM + "a.service"), findings());
        put(SYSTEM + "c.service", "[Unit];Before=b.service sysinit.target" + RUNS);
        assertEquals(List.of("SYS125 " + SYSTEM + "c.service"), findings());
    }

    /** A timer starts an instance of its own template; only sockets have Accept=. */
    @Test
    void aTemplateOfATimerIsNoMatterOfAccept() {
        put(SYSTEM + "y@.timer", "[Timer];OnCalendar=daily");
        put(SYSTEM + "y.service", "[Service];ExecStart=/usr/bin/y");
        assertEquals(
                List.of("add y@.service"),
                Verifier.verifyTree(files, 262).stream()
                        .flatMap(f -> f.fixes().stream())
                        .map(fix -> fix.text())
                        .toList());
    }

    @Test
    void aPortTwiceInOneFileIsOneFinding() {
        put("etc/systemd/nspawn/a.nspawn", "[Network];VirtualEthernet=yes;Port=tcp:8080:80;Port=tcp:8080:81");
        assertEquals(List.of("SYS004 etc/systemd/nspawn/a.nspawn"), findings());
    }

    @Test
    void aKeyInAFileIsNoted() {
        String front = "[NetDev];Name=wg0;Kind=wireguard;[WireGuard];PrivateKey";
        put(NETWORK + "a.network", "[Match];Name=wg0");
        put(NETWORK + "a.netdev", front + "=eOWjF0tAv7BZfK1nQ5nqCzXJ2rE1UoGz3w1mQw2yfXg=");
        assertEquals(List.of("SYS123 " + NETWORK + "a.netdev"), findings());
        put(NETWORK + "a.netdev", front + "=@network.wireguard.private.wg0");
        assertEquals(List.of(), findings());
    }

    @Test
    void anExtensionOfAnotherVersionIsNotMerged() {
        String extension = "var/lib/extensions/s/usr/lib/extension-release.d/extension-release.s";
        put("usr/lib/os-release", "ID=fedora;VERSION_ID=42").put(extension, "ID=fedora;VERSION_ID=41");
        assertEquals(List.of("SYS112 " + extension), findings());
        put(extension, "ID=fedora;VERSION_ID=42");
        assertEquals(List.of(), findings());
        put("usr/lib/os-release", "ID=fedora;VERSION_ID=42;SYSEXT_LEVEL=1").put(extension, "ID=fedora;SYSEXT_LEVEL=2");
        assertEquals(List.of("SYS112 " + extension), findings());
    }

    @Test
    void networkdConfNamesRoutingTables() {
        put(
                NETWORK + "a.network",
                "[Match];Name=eth0;[Network];Address=10.0.0.2/24;[Route];Gateway=10.0.0.1;Table=vpn");
        assertEquals(List.of("SYS007 " + NETWORK + "a.network"), findings());
        put("etc/systemd/networkd.conf.d/t.conf", "[Network];RouteTable=vpn:100 lan:101");
        assertEquals(List.of(), findings());
    }
}
