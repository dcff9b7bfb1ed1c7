package io.bitbuilder.bbc.fleet;

import java.util.Optional;

/**
 * Image of the platform.
 *
 * @param architecture of its programs; empty if each host has one of its own architecture at the path
 */
public record Image(String name, ImageSource source, Optional<Architecture> architecture, Origins at) {}
