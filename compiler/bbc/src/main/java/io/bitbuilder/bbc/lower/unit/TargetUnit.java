package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.Section;
import io.bitbuilder.bbc.artefact.SystemdFile;
import io.bitbuilder.bbc.artefact.UnitText;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Target of a tenant, which upholds its workloads, and the drop-in by which the host's target upholds the tenant's.
 * {@code Upholds=} and not a link: PID 1 computes its start jobs before {@code /etc} is merged. A disabled tenant has
 * its files without either, a workload in maintenance has its files without the first.
 */
public final class TargetUnit {
    private static final ArtefactKind HOST_TARGET = ArtefactKind.of("host-target");
    private static final ArtefactKind TARGET = ArtefactKind.of("target");

    private TargetUnit() {}

    public static List<Artefact> of(TenantOnHost onHost) {
        String target = TenantUnitNames.target(onHost.name());
        List<Artefact> files = new ArrayList<>();
        if (onHost.tenant().enabled()) {
            String path = "systemd/system/bbc-host.target.d/50-" + onHost.name() + ".conf";
            files.add(SystemdFile.of(
                    onHost.etc(path),
                    HOST_TARGET,
                    onHost.banner(),
                    Section.named("Unit", onHost.tenant().at().of("enabled")).set("Upholds", Word.of(target))));
        }
        files.add(SystemdFile.of(onHost.etc("systemd/system/" + target), TARGET, onHost.banner(), unit(onHost)));
        return files;
    }

    private static Section.Builder unit(TenantOnHost onHost) {
        Section.Builder unit = Section.named("Unit", onHost.origin())
                .set("Description", new UnitText("Tenant " + onHost.name()))
                .set("PartOf", Word.of("bbc-host.target"));
        onHost.running()
                .forEach(w -> unit.set("Upholds", Word.of(TenantUnitNames.service(onHost.name(), w)), w.at().block()));
        if (onHost.tenant().enabled()) {
            GitSyncUnits.repository(onHost)
                    .ifPresent(
                            r -> unit.set("Upholds", Word.of(TenantUnitNames.gitSyncTimer(onHost.name())), r.origin()));
        }
        return unit;
    }
}
