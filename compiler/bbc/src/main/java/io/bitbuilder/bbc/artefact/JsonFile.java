package io.bitbuilder.bbc.artefact;

import io.bitbuilder.core.json.Json;

/** A manifest in JSON, for people and programs beside systemd. */
public record JsonFile(String path, Json.Members root) implements Artefact {}
