package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.json.Json;

/** Manifest in JSON, for people and programs other than systemd. */
public record JsonFile(String path, ArtefactKind kind, Json.Members root) implements Artefact {}
