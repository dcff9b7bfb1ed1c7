package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.Size;

/**
 * Volume of a workload.
 *
 * @param mount absolute path in the guest
 * @param reserve whether the host allocates its whole size at once
 */
public record Volume(String name, Size size, String mount, boolean readOnly, boolean reserve, Origins at) {}
