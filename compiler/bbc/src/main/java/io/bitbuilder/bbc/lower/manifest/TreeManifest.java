package io.bitbuilder.bbc.lower.manifest;

import io.bitbuilder.bbc.artefact.Artefact;
import io.bitbuilder.bbc.artefact.ArtefactKind;
import io.bitbuilder.bbc.fleet.Host;
import io.bitbuilder.core.json.Json;

/**
 * Identity of a host's tree: bbc-apply refuses a tree of another format or another host, and one whose files have a
 * different digest.
 */
public final class TreeManifest {
    private static final ArtefactKind KIND = ArtefactKind.of("tree-manifest");

    private TreeManifest() {}

    /** Returns the file for the digest of all other files in the host's {@code etc}. */
    public static Artefact of(Host host, String digest) {
        return ManifestObject.of(host.at().block())
                .put("format", Json.of(FleetManifest.FORMAT))
                .put("host", host.name())
                .put("uplink", host.uplink())
                .put("digest", digest)
                .file("hosts/" + host.name() + "/etc/bbc/tree.json", KIND);
    }
}
