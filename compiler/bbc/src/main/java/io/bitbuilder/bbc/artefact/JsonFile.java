package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.json.Json;

/**
 * Manifest in JSON, for people and programs other than systemd.
 *
 * @param origins origins of the members of the root
 */
public record JsonFile(String path, ArtefactKind kind, Json.Members root, ManifestOrigins origins)
        implements Artefact {}
