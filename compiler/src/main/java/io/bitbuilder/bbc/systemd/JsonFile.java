package io.bitbuilder.bbc.systemd;

import io.bitbuilder.bbc.json.Json;

/** A manifest in JSON, for people and programs beside systemd. */
public record JsonFile(String path, Json.Members root) implements Artefact {}
