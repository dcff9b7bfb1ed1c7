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
 * its files without either.
 */
public final class TargetUnit {
    private static final ArtefactKind HOST_TARGET = ArtefactKind.of("host-target");
    private static final ArtefactKind TARGET = ArtefactKind.of("target");

    private TargetUnit() {}

    public static List<Artefact> of(TenantOnHost site) {
        String target = TenantUnitNames.target(site.name());
        List<Artefact> files = new ArrayList<>();
        if (site.tenant().enabled()) {
            String path = "systemd/system/bbc-host.target.d/50-" + site.name() + ".conf";
            files.add(SystemdFile.of(
                    site.etc(path),
                    HOST_TARGET,
                    site.banner(),
                    Section.named("Unit", site.tenant().at().of("enabled")).set("Upholds", Word.of(target))));
        }
        files.add(SystemdFile.of(site.etc("systemd/system/" + target), TARGET, site.banner(), unit(site)));
        return files;
    }

    private static Section.Builder unit(TenantOnHost site) {
        Section.Builder unit = Section.named("Unit", site.origin())
                .set("Description", new UnitText("Tenant " + site.name()))
                .set("PartOf", Word.of("bbc-host.target"));
        if (site.tenant().enabled()) {
            site.workloads()
                    .forEach(
                            w -> unit.set("Upholds", Word.of(TenantUnitNames.service(site.name(), w)), w.at().block()));
            GitSyncUnits.repository(site)
                    .ifPresent(
                            r -> unit.set("Upholds", Word.of(TenantUnitNames.gitSyncTimer(site.name())), r.origin()));
        }
        return unit;
    }
}
