package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.artefact.JsonFile;
import io.bitbuilder.bbc.fleet.Fleet;
import io.bitbuilder.bbc.fleet.Origin;
import io.bitbuilder.bbc.fleet.Origins;
import io.bitbuilder.core.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Root manifest of a compiled tree: the version of its format, and hosts and tenants with the Git object id of their
 * folder, so that a reader finds changes without reading the folders. It has no revision and no compiler version, so
 * the same fleet is the same file.
 */
public final class FleetManifest {
    private static final ArtefactKind KIND = ArtefactKind.of("fleet-manifest");

    /**
     * Version of the tree's layout, and of what bbc-apply does with a staged tree before it runs the tree's own script.
     */
    public static final int FORMAT = 2;

    private FleetManifest() {}

    /** Returns the file for the ids of the folders {@code hosts/<host>} and {@code tenants/<tenant>}. */
    public static JsonFile of(Fleet fleet, SortedMap<String, String> folderIds) {
        Origins platform = fleet.platform().at();
        Map<String, Origin> hosts = new HashMap<>();
        fleet.platform().hosts().forEach(h -> hosts.put(h.name(), h.at().block()));
        Map<String, Origin> tenants = new HashMap<>();
        fleet.tenants().forEach(t -> tenants.put(t.name(), t.at().block()));
        return ManifestObject.of(platform.block())
                .put("format", Json.of(FORMAT))
                .put("platform", fleet.platform().name())
                .put("systemd", fleet.platform().systemd(), platform.of("systemd"))
                .put("hosts", ids(folderIds, "hosts/", hosts, platform.block()))
                .put("tenants", ids(folderIds, "tenants/", tenants, platform.block()))
                .file("fleet.json", KIND);
    }

    private static ManifestObject ids(
            SortedMap<String, String> folderIds, String parent, Map<String, Origin> blocks, Origin platform) {
        ManifestObject ids = ManifestObject.of(platform);
        folderIds.forEach((folder, id) -> {
            if (folder.startsWith(parent) && folder.indexOf('/', parent.length()) < 0) {
                String name = folder.substring(parent.length());
                ids.put(name, id, blocks.getOrDefault(name, platform));
            }
        });
        return ids;
    }
}
