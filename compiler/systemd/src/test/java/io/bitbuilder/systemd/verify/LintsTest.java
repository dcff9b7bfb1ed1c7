package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that systemd takes without a word, and that do something else than people expect. */
class LintsTest {

    private static String codes(Map<String, String> files) {
        Map<String, byte[]> tree = new TreeMap<>();
        files.forEach((path, lines) -> tree.put(
                path.contains("network") ? "etc/systemd/network/" + path : "etc/systemd/system/" + path,
                lines.replace(';', '\n').getBytes(StandardCharsets.UTF_8)));
        return Verifier.verifyTree(tree, 262).stream()
                .map(f -> f.code().id() + " " + f.primary().span().line())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "ExecStart=/usr/bin/echo a | /usr/bin/cat ! SYS126 2",
                "ExecStart=/usr/bin/a && /usr/bin/b ! SYS126 2",
                "ExecStart=/usr/bin/a > /tmp/x ! SYS126 2",
                "ExecStart=/usr/bin/a & ! SYS126 2",
                "ExecStart=/usr/bin/echo $(date +%Y) ! SYS126 2",
                "ExecStart=/usr/bin/echo --day=$(date) ! SYS126 2",
                "ExecStart=/usr/bin/echo `date` ! SYS126 2",
                "ExecStart=/usr/bin/a 2>/dev/null ! SYS126 2",
                "ExecStart=/usr/bin/a >/dev/null 2>&1 ! SYS126 2",
                "ExecStart=/usr/bin/a >>/var/log/a ! SYS126 2",
                "ExecStart=/usr/bin/a &>/dev/null ! SYS126 2",
                "ExecStart=/usr/bin/a </dev/null ! SYS126 2",
                "ExecStart=-FOO=bar /usr/bin/a ! SYS126 2",
                "ExecStart=/usr/bin/env FOO=bar /usr/bin/a !",
                "ExecStart=/usr/bin/pip install >=1.0 <2 -> <host> !",
                "ExecStart=/usr/bin/env bash -c \"echo $(date)\" !",
                "ExecStart=/bin/sh -c \"a | b > c && d\" !",
                "ExecStart=/bin/sh -c 'echo $(date)' !",
                "ExecStart=/usr/bin/grep \"|\" /etc/x !",
                "ExecStart=/usr/bin/grep '>' /etc/x !",
                "ExecStart=/usr/bin/a;MemoryMax=50 ! SYS128 3",
                "ExecStart=/usr/bin/a;MemoryMax=50M !",
                "ExecStart=/usr/bin/a;[Install];WantedBy=mutli-user.target ! SYS108 4",
                "ExecStart=/usr/bin/a;[Install];WantedBy=multi-user.target !",
                "ExecStart=/usr/bin/a;[Install];Also=nope.service ! SYS121 4",
                "ExecStart=/usr/bin/a;[Install];Alias=x.target ! SYS129 4",
                "ExecStart=/usr/bin/a;[Install];Alias=x.service !",
                "ExecStart=/usr/bin/a;[Unit];Requires=b.service ! SYS127 4",
                "ExecStart=/usr/bin/a;[Unit];Requires=b.service;After=b.service !",
                "ExecStart=/usr/bin/a;[Unit];Wants=b.service !",
                "ExecStart=/usr/bin/a;[Unit];Requires=dbus.socket !",
                "ExecStart=/usr/bin/a;Type=forking ! SYS134 3",
                "ExecStart=/usr/bin/a;Type=forking;PIDFile=/run/a.pid !",
                "ExecStart=/usr/bin/a;Type=forking;RemainAfterExit=yes !",
                "ExecStart=/usr/bin/a;Type=forking;GuessMainPID=no !",
                "ExecStart=/usr/bin/a;[Unit];After=network-online.target ! SYS122 4",
                "ExecStart=/usr/bin/a;[Unit];After=network-online.target;Wants=network-online.target !"
            })
    void services(String lines, String expected) {
        assertEquals(
                expected == null ? "" : expected,
                codes(Map.of("a.service", "[Service];" + lines, "b.service", "[Service];ExecStart=/usr/bin/b")));
    }

    /** The fix means the same command, as a line to paste. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "-FOO=bar /bin/x ! write Environment=FOO=bar, and ExecStart=-/bin/x",
                "-FOO=\"a b\" /bin/x ! write Environment=\"FOO=a b\", and ExecStart=-/bin/x",
                "A=1 B='x y' /bin/x \"c d\" ! write Environment=A=1 'B=x y', and ExecStart=/bin/x \"c d\"",
                "@+A=b\"c d\" /bin/x ! write Environment=A=b\"c d\", and ExecStart=@+/bin/x",
                "A=1 ! write Environment=A=1, and ExecStart=PROGRAM",
                "-/bin/x a | b ! write ExecStart=-/bin/sh -c '/bin/x a | b'",
                "/bin/x \"a>b\" 2>&1 ! write ExecStart=/bin/sh -c '/bin/x \"a>b\" 2>&1'",
                "/bin/x --opt=a>b 2>&1 ! write ExecStart=/bin/sh -c '…', with %% for each % of the command",
                "/bin/x a;b | c ! write ExecStart=/bin/sh -c '…', with %% for each % of the command"
            })
    void fixesOfShellSyntax(String value, String fix) {
        byte[] unit = ("[Service]\nExecStart=" + value + "\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of(fix),
                Verifier.verifyTree(new TreeMap<>(Map.of("etc/systemd/system/a.service", unit)), 262).stream()
                        .filter(finding -> finding.code().id().equals("SYS126"))
                        .map(finding -> finding.fixes().getFirst().text())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "OnCalendar=daily;[Install];WantedBy=timers.target !",
                "OnCalendar=daily ! SYS132 1",
                "OnUnitActiveSec=1h;[Install];WantedBy=timers.target ! SYS130 2",
                "OnBootSec=1h;OnUnitActiveSec=1h;[Install];WantedBy=timers.target !",
                "OnBootSec=1h;Persistent=yes;[Install];WantedBy=timers.target ! SYS131 3",
                "OnBootSec=1h;Persistent=no;[Install];WantedBy=timers.target !"
            })
    void timers(String lines, String expected) {
        assertEquals(
                expected == null ? "" : expected,
                codes(Map.of("a.timer", "[Timer];" + lines, "a.service", "[Service];ExecStart=/usr/bin/a")));
    }

    /** The target is started for all units as soon as one of them wants it. */
    @Test
    void anotherUnitMayStartTheTarget() {
        String wanting = "[Unit];Wants=network-online.target;[Service];ExecStart=/usr/bin/b";
        String after = "[Unit];After=network-online.target;[Service];ExecStart=/usr/bin/a";
        assertEquals("", codes(Map.of("a.service", after, "b.service", wanting)));
    }

    /** The service of a timer is started at boot as well if it is enabled. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "OnCalendar=daily ! WantedBy=multi-user.target ! SYS135 4",
                "OnCalendar=daily;Unit=a.service ! RequiredBy=b.service ! SYS135 4, SYS121 4",
                "OnCalendar=daily;Unit=b.service ! WantedBy=multi-user.target ! SYS121 3",
                "OnCalendar=daily ! Also=a.timer !",
                "OnCalendar=daily ! WantedBy= !",
                "OnUnitActiveSec=1h ! WantedBy=multi-user.target !",
                "OnUnitActiveSec=1h ! Also=a.timer ! SYS130 2"
            })
    void servicesOfTimers(String timer, String install, String expected) {
        assertEquals(
                expected == null ? "" : expected,
                codes(Map.of(
                        "a.timer",
                        "[Timer];" + timer + ";[Install];WantedBy=timers.target",
                        "a.service",
                        "[Service];ExecStart=/usr/bin/a;[Install];" + install)));
    }

    /** networkd brings up a device only if a .network file matches it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bridge | Name=br0 |",
                "bridge | Name=br* |",
                "bridge | Name=b?[0-9] |",
                "bridge | Kind=bridge |",
                "bridge | Type=ether bridge |",
                "bridge | Driver=bridge |",
                "bridge | Name=!eth* |",
                "bridge | Name=*;Kind=!bond |",
                "bridge | Name=br1 | SYS215 2",
                "bridge | Name=*r1 | SYS215 2",
                "bridge | Name=!br* | SYS215 2",
                "bridge | Name=br0;Kind=bond | SYS215 2",
                "bridge | Kind=!bridge | SYS215 2",
                "bond | Name=br1 | SYS215 2",
                "tap | Name=br1 |"
            })
    void devicesWithoutNetwork(String kind, String match, String expected) {
        assertEquals(
                expected == null ? "" : expected,
                codes(Map.of(
                        "10-network.network", "[Match];" + match.replace(";", "\n"),
                        "10-network.netdev", "[NetDev];Name=br0;Kind=" + kind)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "[Match];Name=eth0;[Network];Bridge=br0;Address=192.0.2.2/24 ! SYS210 5",
                "[Match];Name=eth0;[Network];Bridge=br0 !",
                "[Match];Name=eth0;[Network];Address=192.0.2.2/24;Gateway=192.0.2.1;Gateway=192.0.2.3 ! SYS211 6",
                "[Match];Name=eth0;[Network];Address=192.0.2.2/24;Gateway=192.0.2.1;Gateway=fe80::1 !",
                "[Match];Name=eth0,eth1;[Network];DHCP=yes ! SYS212 2",
                "[Match];Name=eth0;[Network];DHCP=yes;Domains=a.example,b.example ! SYS212 5",
                "[Match];Name=eth0;[Address];Address=192.0.2.2/24;Address=192.0.2.3/24 ! SYS213 4",
                "[Match];Name=eth0;[Address];Address=192.0.2.2/24;[Address];Address=192.0.2.3/24 !",
                "[Match];Name=eth0;[Network];Address=192.0.2.2/32;Gateway=192.0.2.1 ! SYS209 5",
                "[Match];Name=eth0;[Network];Address=192.0.2.2/32;[Route];Gateway=192.0.2.1;GatewayOnLink=yes !"
            })
    void networks(String lines, String expected) {
        assertEquals(
                expected == null ? "" : expected,
                codes(Map.of(
                        "10-a.network", lines,
                        "10-br0.netdev.network", "[Match];Name=br0",
                        "br0.network.netdev", "[NetDev];Name=br0;Kind=bridge")));
    }

    @ParameterizedTest
    @CsvSource({"eth0, true", "enp3s0, true", "en*, true", "wlan0, false", "br0, false"})
    void aTypeHidesLaterNames(String name, boolean hidden) {
        assertEquals(
                hidden ? "SYS106 2" : "",
                codes(Map.of(
                        "10-a.network",
                        "[Match];Type=ether;[Network];DHCP=yes",
                        "20-b.network",
                        "[Match];Name=" + name + ";[Network];DHCP=yes")));
    }
}
