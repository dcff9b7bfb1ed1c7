package io.bitbuilder.bbc.systemd;

/** A manifest in JSON, for people and programs beside systemd. */
public record JsonFile(String path, Json.Members root) implements Artefact {}
