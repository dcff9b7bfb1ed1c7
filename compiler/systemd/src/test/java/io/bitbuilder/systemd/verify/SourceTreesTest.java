package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.diagnostic.Fix;
import io.bitbuilder.core.source.RawFile;
import io.bitbuilder.systemd.object.VerifyInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trees that are no root of a host: sources of packages and images, folders for each host, parts of a host. */
class SourceTreesTest {
    private final Map<String, byte[]> files = new TreeMap<>();

    private SourceTreesTest put(String path, String lines) {
        files.put(path, lines.replace(';', '\n').getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private List<String> findings() {
        return Verifier.verifyTree(files, 262).stream()
                .map(f -> f.code() + " " + f.primary().span().file().path())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "r/web.service, [Service];ExecStart=@BINDIR@/web",
        "r/web.service, [Unit];ConditionPathExists=@DIR@/x;[Service];ExecStart=/bin/x",
        "r/10.link, [Match];MACAddress={{ mac }};[Link];Name=eth{{ n }}",
        "r/10.network, [Match];Name=a;{% if x %};[Network];DHCP=yes;{% endif %}",
        "etc/systemd/journald.conf, [Journal];SystemMaxUse={{size}}",
        "r/@NAME@.service, [Service];ExecStart=/bin/x",
        "r/{{ name }}.service, [Service];ExecStart=/bin/x",
        "r/x.mount, [Mount];What=tmpfs;Where=@DIR@"
    })
    void placeholdersOfTreesAreNotJudged(String path, String lines) {
        assertEquals(List.of(), put(path, lines).findings());
        assertTrue(Verifier.verify(files, 262).size() > 0, "a file alone is read as it is");
    }

    @Test
    void aSubfolderIsNotReadAndAWorldOfItsOwn() {
        String network = "etc/systemd/network/";
        put(network + "a/10-x.network", "[Match];Name=eth0;[Network];Address=10.0.0.1/24");
        put(network + "b/10-x.network", "[Match];Name=eth0;[Network];Address=10.0.0.1/24");
        put(network + "b/20-x.network", "[Match];Name=eth1;[Network];Address=10.0.1.1/24");
        assertEquals(List.of("SYS110 " + network + "a/10-x.network"), findings(), "one finding about both folders");
    }

    @Test
    void aUnitOfASubfolderIsNotDefined() {
        String system = "etc/systemd/system/";
        put(system + "apps/daemon.service", "[Service];ExecStart=/bin/a");
        put(system + "b.service", "[Unit];Requires=daemon.service;[Service];ExecStart=/bin/b");
        put(system + "b.target.wants/c.service", "[Service];ExecStart=/bin/c");
        assertEquals(List.of("SYS110 " + system + "apps/daemon.service", "SYS121 " + system + "b.service"), findings());
    }

    @ParameterizedTest
    @CsvSource({
        "etc/systemd/system/a.service.d/override, rename it to override.conf",
        "etc/systemd/system/a.service.d/foo.con, rename it to foo.conf",
        "etc/systemd/system/foo.services, rename it to foo.service",
        "etc/systemd/system/bar.Service, rename it to bar.service",
        "etc/systemd/journal.conf, name the file journald.conf"
    })
    void misspeltNamesAreReported(String path, String fix) {
        List<Finding> findings = put(path, "x").unread();
        assertEquals(
                List.of("SYS110"), findings.stream().map(f -> f.code().id()).toList());
        assertEquals(
                List.of(fix),
                findings.getFirst().fixes().stream().map(Fix::text).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "etc/systemd/system/a.service.d/README",
        "etc/systemd/system/a.service.d/a.conf.bak",
        "etc/systemd/system/a.service.d/a.disabled",
        "etc/systemd/system/a.service~",
        "etc/systemd/system/notes.md",
        "etc/systemd/zram-generator.conf"
    })
    void backupsAndFilesOfOthersAreNot(String path) {
        assertEquals(List.of(), put(path, "x").unread());
    }

    private List<Finding> unread() {
        return findings(List.of(), files.keySet());
    }

    private static List<Finding> findings(List<RawFile> read, Set<String> others) {
        Findings all = new Findings();
        Verifier.of(262)
                .verify(new VerifyInput(read, new TreeSet<>(others), new TreeMap<>(), true, Optional.empty()), all);
        return all.sorted();
    }

    @Test
    void unitsOfSystemdAndOfPodmanAreKnown() {
        String unit = "[Unit]\nRequires=web.service db-pod.service graphical-session.target\n"
                + "[Service]\nSlice=app.slice\nExecStart=/bin/a\n";
        RawFile file = new RawFile("a.service", unit.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), findings(List.of(file), Set.of("quadlets/web.container", "quadlets/db.pod")));
        assertEquals(2, findings(List.of(file), Set.of()).size());
    }

    /** Folders of sources are packages of one host; folders below etc/ are hosts. */
    @Test
    void aUnitOfAnotherPackageIsKnown() {
        String unit = "[Unit];Requires=data.service;[Service];ExecStart=/bin/a";
        put("recipes/data/data.service", "[Service];ExecStart=/bin/a");
        put("recipes/web/web.service", unit);
        assertEquals(List.of(), findings());
        put("node/etc/systemd/system/web.service", unit);
        assertEquals(List.of("SYS121 node/etc/systemd/system/web.service"), findings());
    }

    @Test
    void targetsOfSystemdAreProposed() {
        put("a.service", "[Unit];Wants=netwrk-online.target;[Service];ExecStart=/bin/a");
        List<Finding> findings = Verifier.verifyTree(files, 262);
        assertEquals(List.of("SYS108 a.service"), findings());
        assertEquals(
                "write network-online.target",
                findings.getFirst().fixes().getFirst().text());
    }

    @Test
    void aUnitIsNoNearNameOfItself() {
        put("ntp-config.service", "[Unit];Requires=net-config.service;[Service];ExecStart=/bin/a");
        assertEquals(List.of("SYS121 ntp-config.service"), findings());
    }

    /** Without a distribution the service beside the template may be in another package. */
    @Test
    void anOrderOnATemplateIsANoteInAPartOfAHost() {
        put("sshd@.service", "[Service];ExecStart=/bin/a");
        put("keys.service", "[Unit];Before=sshd.service;[Service];ExecStart=/bin/a");
        assertEquals(List.of("SYS121 keys.service"), findings());
        put("usr/lib/systemd/system/basic.target", "[Unit];Description=x");
        put("usr/lib/systemd/system/sshd@.service", "[Service];ExecStart=/bin/a");
        put("usr/lib/systemd/system/keys.service", "[Unit];Before=sshd.service;[Service];ExecStart=/bin/a");
        assertTrue(findings().contains("SYS108 usr/lib/systemd/system/keys.service"));
    }

    @Test
    void aNameIsProposedOnlyIfItIsNear() {
        put("i2pd.service", "[Service];ExecStart=/bin/a");
        put("a.service", "[Unit];Wants=iwd.service;[Service];ExecStart=/bin/a");
        assertEquals(List.of("SYS121 a.service"), findings());
    }

    @Test
    void optionsOfDhcpMayHoldZeroBytes() {
        put(
                "systemd/network/a.network",
                "[Match];Name=a;[Network];DHCPServer=yes;Address=10.0.0.1/24;[DHCPServer];"
                        + "SendOption=121:string:\\x18\\x0a\\x00\\x00\\xc0");
        assertEquals(List.of(), findings());
    }
}
