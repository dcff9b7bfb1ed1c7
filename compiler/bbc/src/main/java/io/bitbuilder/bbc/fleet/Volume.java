package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.Size;

/** Volume of a workload; {@code mount} is an absolute path in the guest. */
public record Volume(String name, Size size, String mount, boolean readOnly, Origins at) {}
