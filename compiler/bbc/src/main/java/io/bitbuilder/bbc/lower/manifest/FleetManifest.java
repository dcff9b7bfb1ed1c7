package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.JsonFile;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.core.json.Json;
import java.util.SortedMap;

/**
 * Root manifest of a compiled tree: the version of its format, and hosts and tenants with the Git object id of their
 * folder, so that a reader finds changes without reading the folders. It has no revision and no compiler version, so
 * the same fleet is the same file.
 */
public final class FleetManifest {
    private static final ArtefactKind KIND = ArtefactKind.of("fleet-manifest");

    /** Version of the tree's layout. */
    public static final int FORMAT = 1;

    private FleetManifest() {}

    /** Returns the file for the ids of the folders {@code hosts/<host>} and {@code tenants/<tenant>}. */
    public static Artefact of(Fleet fleet, SortedMap<String, String> folderIds) {
        return new JsonFile(
                "fleet.json",
                KIND,
                Json.object()
                        .put("format", FORMAT)
                        .put("platform", fleet.platform().name())
                        .put("systemd", fleet.platform().systemd())
                        .put("hosts", ids(folderIds, "hosts/"))
                        .put("tenants", ids(folderIds, "tenants/"))
                        .build());
    }

    private static Json ids(SortedMap<String, String> folderIds, String parent) {
        Json.Builder ids = Json.object();
        folderIds.forEach((folder, id) -> {
            if (folder.startsWith(parent) && folder.indexOf('/', parent.length()) < 0) {
                ids.put(folder.substring(parent.length()), id);
            }
        });
        return ids.build();
    }
}
