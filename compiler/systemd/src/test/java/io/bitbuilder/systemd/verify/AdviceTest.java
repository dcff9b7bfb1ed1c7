package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.diagnostic.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advice about wrong names and values: the fix, and whether a tool may apply it. */
class AdviceTest {
    private static List<Finding> verify(String file, String text, int release) {
        return Verifier.verify(Map.of(file, text.getBytes(StandardCharsets.UTF_8)), release);
    }

    private static String text(String file, String section, String line) {
        String front = file.endsWith("service") ? "[Service]\nExecStart=/usr/bin/a\n" : "[Match]\nName=a\n";
        return (file.endsWith("nspawn") ? "" : front) + "[" + section + "]\n" + line + "\n";
    }

    /** The first fix of the first finding. */
    private static Fix fix(String file, String section, String line) {
        List<Finding> findings = verify(file, text(file, section, line), 262);
        assertTrue(!findings.isEmpty(), line);
        return findings.getFirst().fixes().getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.service|Service|ExecStopPre=/bin/x|write ExecStop= in [Service]; it runs several lines in order",
                "a.service|Service|StandardOut=null|write StandardOutput= in [Service]",
                "a.service|Service|ExecPreStart=/bin/x|write ExecStartPre= in [Service]",
                "a.service|Service|ExecRestart=/bin/x|write ExecStop= and ExecStart=, which a restart runs",
                "a.service|Unit|RequiredBy=x.target|move the line to [Install]",
                "a.service|Unit|AssertFoo=1|remove the line, or begin its key with X-",
                "a.service|Service|ProtectTmp=yes|write PrivateTmp= in [Service]",
                "a.service|Service|LimitMemory=1|write MemoryMax= in [Service]",
                "a.service|Service|OnCalendar=daily|move the line to [Timer] of a .timer file",
                "a.service|Service|ListenStream=80|move the line to [Socket] of a .socket file",
                "a.service|Service|--flag=1|end the line before with a backslash, so that this one continues it",
                "a.service|Service|KillMode=none|write control-group, mixed or process",
                "a.service|Service|Personality=arm64|write x86 or x86-64",
                "a.service|Unit|After=network|write network.target",
                "a.service|Service|PrivateTmp=tru|write yes, no, connected or disconnected",
                "a.service|Service|CPUShares=512|write CPUWeight=50",
                "a.service|Service|StartupCPUShares=2|write StartupCPUWeight=1",
                "a.service|Service|BlockIODeviceWeight=/dev/sda 500|write IODeviceWeight=/dev/sda 100",
                "a.service|Service|MemoryLimit=1G|write MemoryMax=1G",
                "a.service|Service|MemoryLimit=lots|write MemoryMax=",
                "a.service|Service|CPUAccounting=yes|remove the line: CPU time is always accounted",
                "a.service|Service|Capabilities=x|write CapabilityBoundingSet= and AmbientCapabilities=",
                "a.service|Unit|After=|remove the line; to drop a dependency, "
                        + "write the whole unit in etc/systemd/system",
                "a.service|Unit|Wants=a.service|remove a.service",
                "a.service|Service|MemoryMax=lots|write a size such as 512M (without B), or a percentage such as 50%, "
                        + "or infinity",
                "a.service|Service|TasksMax=1k|write a number, or a percentage such as 50%, or infinity",
                "a.service|Service|Nice=-21|write a number from -20 to 19",
                "a.service|Service|Slice=web|write web.slice",
                "a.service|Install|WantedBy=multi-user|write multi-user.target",
                "a.service|Service|User=1a|write a name of lowercase letters, digits, - and _",
                "a.service|Service|RuntimeDirectory=/var/lib/x|write relative paths such as web, separated by blanks",
                "a.service|Service|UserName=x|write User= in [Service]",
                "a.network|Network|Domain=x|write Domains= in [Network]",
                "a.network|Network|DHCP=dhcp|write yes, no, ipv4 or ipv6",
                "a.network|Link|RequiredForOnline=up|write yes, no, or a state such as routable, or two as LEAST:MOST",
                "a.service|Service|User=nobody|write DynamicUser=yes instead, or a user of its own",
                "a.network|Network|IPForward=yes|write IPv4Forwarding= and IPv6Forwarding= here for this link, "
                        + "or in [Network] of networkd.conf for all links",
                "a.service|Unit|After=web|write web.service",
                "a.network|Network|MACAddress=52:54:00:12:34:56|write MACAddress= in [Link]",
                "a.network|Network|DNSServer=1.1.1.1|write DNS= in [Network]",
                "a.network|Network|DNSSearch=x|write Domains= in [Network]",
                "a.network|Network|STP=yes|write STP= in [Bridge] of the .netdev file",
                "a.network|Network|UseDNS=yes|move the line to [DHCPv4] or [IPv6AcceptRA]",
                "a.network|Network|Destination=10.0.0.0/8|move the line to [Route] or [BridgeFDB]",
                "a.network|Match|DNS=1.1.1.1|move the line to [Network] or [DHCPServer]",
                "a.nspawn|Files|BindRO=/x|write BindReadOnly= in [Files]",
                "a.nspawn|Files|PrivateUsersChown=yes|write PrivateUsersOwnership= instead"
            })
    void adviceWithoutAnEdit(String file, String section, String line, String words) {
        Fix fix = fix(file, section, line);
        assertEquals(words, fix.text());
        assertEquals(List.of(), fix.edits());
    }

    /** A tool may apply these; the file is clean afterwards. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.service|Service|Restrt=always|Restart=always",
                "a.service|Service|restart=always|Restart=always",
                "a.service|Service|Restart=onfailure|Restart=on-failure",
                "a.service|Service|TimeoutStart=5|TimeoutStartSec=5",
                "a.service|Unit|Want=b.service|Wants=b.service",
                "a.service|Unit|Wants=b.service,c.service|Wants=b.service c.service",
                "a.service|Service|NoNewPrivileges=false # why|# why;NoNewPrivileges=false",
                "a.service|Service|MemoryMax=4GB|MemoryMax=4G",
                "a.service|Service|LimitNOFILE=unlimited|LimitNOFILE=infinity",
                "a.service|Service|StandardOutput=syslog|StandardOutput=journal",
                "a.service|Service|PIDFile=/var/run/x.pid|PIDFile=/run/x.pid",
                "a.service|Service|Environment=A=hello world|Environment=\"A=hello world\"",
                "a.service|Service|SystemCallFilter=@system-services|SystemCallFilter=@system-service",
                "a.service|Service|KillSignal=sigterm|KillSignal=SIGTERM",
                "a.network|Network|DNS=1.1.1.1,8.8.8.8|DNS=1.1.1.1 8.8.8.8",
                "a.network|Network|DHCP=both|DHCP=yes",
                "a.network|Network|DHCP=v4|DHCP=ipv4",
                "a.network|Link|RequiredForOnline=routeable|RequiredForOnline=routable",
                "a.service|Service|MemoryMax=4Gi|MemoryMax=4G",
                "a.service|Service|MemoryMax=-1|MemoryMax=infinity",
                "a.service|Service|KillSignal=term|KillSignal=TERM",
                "a.service|Service|CapabilityBoundingSet=net_admin|CapabilityBoundingSet=CAP_NET_ADMIN",
                "a.service|Service|RuntimeDirectory=/run/x y|RuntimeDirectory=x y",
                "a.service|Service|StateDirectory=/var/lib/x|StateDirectory=x",
                "a.service|Unit|Documentation=http://example.org/a%20b%i|Documentation=http://example.org/a%%20b%i",
                "a.network|Network|DHCP=none|DHCP=no",
                "a.network|Network|Address=10.0.0.1|Address=10.0.0.1/32",
                "a.network|Network|IPMasquerade=yes|IPMasquerade=ipv4",
                "a.service|Service|ExecStartPre=!!/usr/bin/b|ExecStartPre=/usr/bin/b",
                "a.service|Service|StandardError=syslog+console|StandardError=journal+console",
                "a.network|Network|Adress=10.0.0.1/24|Address=10.0.0.1/24",
                "a.network|Network|IPMasquerade=ipv4,ipv6|IPMasquerade=both"
            })
    void editsMakeTheFileClean(String file, String section, String line, String after) {
        String text = text(file, section, line);
        String edited = text;
        for (TextEdit edit : fix(file, section, line).edits().stream()
                .sorted(Comparator.comparing(TextEdit::span).reversed())
                .toList()) {
            edited = edited.substring(0, edit.span().start())
                    + edit.text()
                    + edited.substring(edit.span().end());
        }
        assertEquals(text(file, section, after.replace(';', '\n')), edited);
        assertEquals(List.of(), verify(file, edited, 262));
    }

    /** Of a release before the new name the old one is the only one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Network|IPv6ProxyNDPAddress=2001:db8::1|262", "DHCPServer|RelayTarget=10.0.0.1|261"})
    void anOldNameIsReportedOnceTheNewOneExists(String section, String line, int since) {
        String text = text("a.network", "Network", "DHCPServer=yes") + "[" + section + "]\n" + line + "\n";
        for (int release = 258; release <= 262; release++) {
            boolean reported = verify("a.network", text, release).stream()
                    .anyMatch(f -> f.code().id().equals("SYS014"));
            assertEquals(release >= since, reported, line + " " + release);
        }
    }

    /** Before the release that removed a directive the line is in force. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"DefaultMemoryLow=1G|260", "CPUAccounting=yes|258", "NetClass=1|258"})
    void aRemovedDirectiveIsAWarningOfItsRelease(String line, int removed) {
        for (int release = 258; release <= 262; release++) {
            List<Finding> findings = verify("a.service", text("a.service", "Service", line), release);
            assertEquals(release >= removed, !findings.isEmpty(), line + " " + release);
            findings.forEach(f -> assertEquals("SYS011 WARNING", f.code() + " " + f.severity()));
        }
    }

    @Test
    void anOldReleaseGetsTheOldName() {
        String text = text("a.network", "Network", "ProxyNeighbor=2001:db8::1");
        assertEquals(
                "write IPv6ProxyNDPAddress=, its name before systemd 262",
                verify("a.network", text, 258).getFirst().fixes().getFirst().text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.netdev|Interface|write [WireGuard]",
                "a.network|DHCP4|write [DHCPv4]",
                "a.network|Interface|write [Match]",
                "a.service|Services|write [Service]"
            })
    void sectionsHaveTheNameOfToday(String file, String section, String words) {
        List<Finding> findings = verify(file, "[" + section + "]\nA=b\n", 262);
        assertEquals(
                words,
                findings.stream()
                        .filter(f -> f.code().id().equals("SYS002"))
                        .findFirst()
                        .orElseThrow()
                        .fixes()
                        .getFirst()
                        .text());
    }

    @Test
    void linesAfterTheEndAreNamed() {
        String lines = "[Service]\nExecStart=/usr/bin/a\nWorkingDirectory=./x\n";
        assertTrue(verify("a.service", lines, 262).getFirst().why().isEmpty());
        assertEquals(
                "systemd reads the file up to this line only, and lines below are not checked",
                verify("a.service", lines + "Nice=x\n", 262).getFirst().why().orElseThrow());
    }
}
