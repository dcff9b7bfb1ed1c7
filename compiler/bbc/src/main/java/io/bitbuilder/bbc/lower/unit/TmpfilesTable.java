package io.bitbuilder.bbc.lower.unit;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.TableFile;
import io.bitbuilder.bbc.artefact.TableFile.Row;
import io.bitbuilder.bbc.artefact.Word;
import io.bitbuilder.bbc.fleet.DataName;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Volume;
import io.bitbuilder.bbc.lower.kit.TenantOnHost;
import io.bitbuilder.bbc.names.HostPaths;
import io.bitbuilder.bbc.names.TenantUnitNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders of a tenant on a host (tmpfiles.d(5)). Mount points are not among them: systemd-tmpfiles would set this mode
 * on the mounted file system; mount units create their own.
 */
public final class TmpfilesTable {
    private static final ArtefactKind KIND = ArtefactKind.of("tmpfiles");

    /** For root alone: a guest's root may leave set-uid programs in its image, which no user of the host may reach. */
    private static final String MODE = "0700";

    private TmpfilesTable() {}

    public static Artefact of(TenantOnHost onHost) {
        String tenant = onHost.name();
        Origin origin = onHost.origin();
        List<Row> rows = new ArrayList<>();
        rows.add(folder(HostPaths.TENANTS, origin));
        rows.add(folder(HostPaths.tenant(tenant), origin));
        rows.add(folder(HostPaths.data(tenant), origin));
        onHost.workloads().stream()
                .flatMap(w ->
                        Stream.concat(Stream.of(w.data()), w.volume().stream().map(Volume::data)))
                .map(DataName::tenant)
                .filter(former -> !former.equals(tenant))
                .distinct()
                .sorted()
                .forEach(former -> {
                    rows.add(folder(HostPaths.tenant(former), origin));
                    rows.add(folder(HostPaths.data(former), origin));
                });
        rows.add(folder(HostPaths.extensions(tenant), origin));
        rows.add(folder(HostPaths.services(tenant), origin));
        rows.add(folder(HostPaths.runtime(tenant), origin));
        // Mount units have no dashes in their paths; PID 1 would make the parents readable for everybody.
        String mounts = TenantUnitNames.plain(tenant);
        if (!mounts.equals(tenant)) {
            rows.add(folder(HostPaths.tenant(mounts), origin));
            rows.add(folder(HostPaths.runtime(mounts), origin));
        }
        onHost.workloads().forEach(w -> rows.add(folder(HostPaths.runtime(tenant, w.name()), w.at().block())));
        GitSyncUnits.repository(onHost).ifPresent(repository -> {
            rows.add(folder(HostPaths.CREDENTIALS, repository.origin()));
            rows.add(folder(HostPaths.credentials(tenant), repository.origin()));
        });
        String path = "tmpfiles.d/bbc-" + TenantUnitNames.plain(tenant) + ".conf";
        return new TableFile(onHost.etc(path), KIND, onHost.banner(), rows);
    }

    private static Row folder(String path, Origin origin) {
        return new Row(
                List.of(Word.of("d"), Word.of(path), Word.of(MODE), Word.of("root"), Word.of("root"), Word.of("-")),
                origin);
    }
}
