package io.bitbuilder.bbc.fleet;

/** Image of the platform. */
public record Image(String name, ImageSource source, Origins at) {}
