package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.RawText;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Network;
import io.bitbuilder.bbc.fleet.Raw;
import io.bitbuilder.bbc.fleet.Workload;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.InterfaceNames;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Directives of {@code raw}, separate from all others: a drop-in {@code 60-raw.conf} for each file. A {@code .nspawn}
 * file has no drop-ins, so there they come last, in separate sections.
 */
public final class RawDropIns {
    private static final ArtefactKind RAW_SLICE = ArtefactKind.of("raw-slice");
    private static final ArtefactKind RAW_NETWORK = ArtefactKind.of("raw-network");
    private static final ArtefactKind RAW_NETDEV = ArtefactKind.of("raw-netdev");
    private static final ArtefactKind NSPAWN = ArtefactKind.of("nspawn");
    private static final ArtefactKind RAW_SERVICE = ArtefactKind.of("raw-service");

    private final TenantOnHost onHost;
    private final List<Artefact> files = new ArrayList<>();

    private RawDropIns(TenantOnHost onHost) {
        this.onHost = onHost;
    }

    /** Returns the drop-ins of a tenant on a host. */
    public static List<Artefact> of(TenantOnHost onHost) {
        RawDropIns all = new RawDropIns(onHost);
        all.add(onHost.tenant().raw(), RAW_SLICE, "systemd/system/" + TenantUnitNames.slice(onHost.name()));
        for (Network network : onHost.networks()) {
            String bridge = "systemd/network/50-" + InterfaceNames.bridge(onHost.name(), network.name());
            all.add(network.raw(), RAW_NETWORK, bridge + ".network");
            all.add(network.raw(), RAW_NETDEV, bridge + ".netdev");
        }
        for (Workload workload : onHost.workloads()) {
            all.add(workload.raw(), RAW_SERVICE, "systemd/system/" + TenantUnitNames.service(onHost.name(), workload));
        }
        return all.files;
    }

    private void add(List<Raw> raw, ArtefactKind kind, String path) {
        List<Section.Builder> sections = sections(raw, kind);
        if (!sections.isEmpty()) {
            files.add(SystemdFile.of(
                    onHost.etc(path + ".d/60-raw.conf"),
                    kind,
                    onHost.banner(),
                    sections.toArray(Section.Builder[]::new)));
        }
    }

    /** Returns the sections of a container's settings. */
    static List<Section.Builder> ofSettings(List<Raw> raw) {
        return sections(raw, NSPAWN).stream().map(s -> s.remark(Word.of("raw"))).toList();
    }

    private static List<Section.Builder> sections(List<Raw> raw, ArtefactKind kind) {
        return raw.stream()
                .filter(r -> r.target().file().equals(kind.content().getFirst())
                        && !r.directives().isEmpty())
                .map(RawDropIns::section)
                .toList();
    }

    private static Section.Builder section(Raw raw) {
        Section.Builder section = Section.named(raw.target().section(), raw.at().block());
        new TreeMap<>(raw.directives())
                .forEach((key, lines) -> section.each(
                        key,
                        lines.values().stream().map(RawText::new).toList(),
                        raw.at().of("directives").at(lines.at())));
        return section;
    }
}
