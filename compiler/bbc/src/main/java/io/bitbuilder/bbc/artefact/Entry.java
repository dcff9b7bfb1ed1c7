package io.bitbuilder.bbc.artefact;

import io.bitbuilder.bbc.fleet.Origin;

/** One directive, {@code key=value}, with the origin of its field. */
public record Entry(String key, SinkValue value, Origin origin) {}
