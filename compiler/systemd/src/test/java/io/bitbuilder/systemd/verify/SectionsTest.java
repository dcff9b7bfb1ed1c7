package io.bitbuilder.systemd.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import io.bitbuilder.core.source.RawFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Which sections systemd reads, by type of file, release and kind of device. Each was seen with the real programs of
 * 262.
 */
class SectionsTest {

    @Test
    void unitsHaveTheSectionOfTheirTypeOnly() {
        assertEquals(List.of(), messages(262, "etc/systemd/system/a.target", "[Unit]\nDescription=x\n[Target]\n"));
        assertEquals(
                List.of("unknown section [Service] in a target file; systemd ignores the section"),
                messages(262, "etc/systemd/system/a.target", "[Unit]\nDescription=x\n[Service]\nType=nonsense\n"));
    }

    @Test
    void aNewerSectionIsReported() {
        String relay = "[Match]\nName=eth0\n[DHCPRelay]\nInterfacePriority=nonsense\n";
        assertEquals(
                List.of("section [DHCPRelay] is not supported by systemd 260; systemd ignores the section"),
                messages(260, "etc/systemd/network/a.network", relay));
        assertEquals(1, messages(261, "etc/systemd/network/a.network", relay).size());
    }

    @Test
    void aSectionOutsideTheListsIsUnknown() {
        assertEquals(
                List.of("unknown section [IPoIB] in a network file; systemd ignores the section"),
                messages(262, "etc/systemd/network/a.network", "[Match]\nName=ib0\n[IPoIB]\nMode=datagram\n"));
    }

    @Test
    void aDeviceHasTheSectionsOfItsKind() {
        assertEquals(
                List.of("section [VLAN] does not apply to this kind of device; systemd ignores the section"),
                messages(262, "etc/systemd/network/a.netdev", "[NetDev]\nName=br0\nKind=bridge\n[VLAN]\nId=99999\n"));
        assertEquals(
                List.of(),
                messages(262, "etc/systemd/network/a.netdev", "[NetDev]\nName=v0\nKind=vlan\n[VLAN]\nId=5\n"));
    }

    private static List<String> messages(int release, String path, String text) {
        Findings findings = new Findings();
        Verifier.of(release).verify(List.of(new RawFile(path, text.getBytes(StandardCharsets.UTF_8))), false, findings);
        return findings.sorted().stream().map(Finding::message).toList();
    }
}
