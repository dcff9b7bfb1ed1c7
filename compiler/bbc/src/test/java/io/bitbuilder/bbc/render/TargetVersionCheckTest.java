package io.bitbuilder.bbc.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Banner;
import io.bitbuilder.bbc.artefact.ExecLine;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SinkValue;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.bind.RecordCopies;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Platform;
import io.bitbuilder.bbc.lower.SampleFleet;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import io.bitbuilder.core.diagnostic.Findings;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetVersionCheckTest {

    @Test
    void directives() {
        assertEquals(
                List.of("`NamespacePath=` of [Network] requires systemd 259; the platform runs 258"),
                messages(258, ArtefactKind.of("nspawn"), "Network", "NamespacePath", Word.of("/run/netns/a")));
        assertEquals(
                List.of(),
                messages(259, ArtefactKind.of("nspawn"), "Network", "NamespacePath", Word.of("/run/netns/a")));
        assertEquals(
                List.of("`CPUShares=` of [Service] was removed in systemd 258; the platform runs 258"),
                messages(258, ArtefactKind.of("limits"), "Service", "CPUShares", Word.of(1024)));
    }

    @Test
    void words() {
        assertEquals(
                List.of("`managed` in `PrivateUsers=` of [Service] requires systemd 260; the platform runs 259"),
                messages(259, ArtefactKind.of("container"), "Service", "PrivateUsers", Word.of("managed")));
        assertEquals(
                List.of(), messages(259, ArtefactKind.of("container"), "Service", "PrivateUsers", Word.of("full")));
    }

    @Test
    void options() {
        SinkValue line = ExecLine.of("/usr/bin/systemd-vmspawn", "--quiet", "--coco=tdx", "--ephemeral");
        assertEquals(
                List.of("`--coco` of /usr/bin/systemd-vmspawn requires systemd 261; the platform runs 260"),
                messages(260, ArtefactKind.of("machine"), "Service", "ExecStart", line));
        assertEquals(
                2,
                messages(259, ArtefactKind.of("machine"), "Service", "ExecStart", line)
                        .size());
    }

    @Test
    void everyFindingIsAtTheFieldAndNamesTheFile() {
        Finding finding = findings(258, ArtefactKind.of("nspawn"), "Network", "NamespacePath", Word.of("/run/netns/a"))
                .getFirst();
        assertEquals(Code.UNSUPPORTED_FIELD, finding.code());
        assertEquals(origin().span(), finding.primary().span());
        assertEquals(
                platform().at().span("systemd"), finding.secondary().getFirst().span());
    }

    private static List<String> messages(int release, ArtefactKind kind, String section, String key, SinkValue value) {
        return findings(release, kind, section, key, value).stream()
                .map(Finding::message)
                .toList();
    }

    private static List<Finding> findings(int release, ArtefactKind kind, String section, String key, SinkValue value) {
        Findings findings = new Findings();
        TargetVersionCheck.check(
                List.of(SystemdFile.of(
                        "hosts/a/etc/x",
                        kind,
                        Banner.tenant("acme"),
                        Section.named(section, origin()).set(key, value))),
                RecordCopies.with(platform(), "systemd", release),
                findings);
        return findings.sorted();
    }

    private static Platform platform() {
        return SampleFleet.full().platform();
    }

    private static Origin origin() {
        return SampleFleet.full().tenants().getFirst().at().block();
    }
}
