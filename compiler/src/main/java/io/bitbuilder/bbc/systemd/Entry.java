package io.bitbuilder.bbc.systemd;

import io.bitbuilder.bbc.fleet.Origin;

/** One directive: {@code key=value}, and who wrote the field that it comes from. */
public record Entry(String key, Value value, Origin origin) {}
