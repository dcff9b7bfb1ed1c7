package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Banner;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.UnitText;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.Host;

/**
 * Slice above the slices of all tenants: together they get the memory and processors that the platform offers on the
 * host, so that its own services keep the rest (systemd.resource-control(5)).
 */
public final class HostSlice {
    private static final ArtefactKind KIND = ArtefactKind.of("host-slice");

    private HostSlice() {}

    public static Artefact of(Host host) {
        return SystemdFile.of(
                "hosts/" + host.name() + "/etc/systemd/system/tenant.slice",
                KIND,
                Banner.host(host.name()),
                Section.named("Unit", host.at().block()).set("Description", new UnitText("All tenants of this host")),
                Section.named("Slice", host.at().block())
                        .set(
                                "CPUQuota",
                                Word.percentOfCore(host.cpu().millis()),
                                host.at().of("cpu"))
                        .set("MemoryMax", Word.of(host.memory()), host.at().of("memory")));
    }
}
