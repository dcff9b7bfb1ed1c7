package io.bitbuilder.bbc.artefact;

import io.bitbuilder.bbc.fleet.Origin;

/** One directive: {@code key=value}, and who wrote the field that it comes from. */
public record Entry(String key, SinkValue value, Origin origin) {}
