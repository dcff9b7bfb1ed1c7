package io.bitbuilder.bbc.fleet;

import java.util.Optional;

/** Extension image of the platform. */
public record Extension(String name, ExtensionType type, ImageSource source, Optional<String> level, Origins at) {}
