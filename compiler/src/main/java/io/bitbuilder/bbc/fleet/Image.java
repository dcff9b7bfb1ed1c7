package io.bitbuilder.bbc.fleet;

/** An image of the platform. */
public record Image(String name, ImageSource source, Origins at) {}
