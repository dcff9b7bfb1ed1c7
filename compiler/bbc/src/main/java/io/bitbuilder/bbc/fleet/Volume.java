package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.Size;
import java.util.Optional;

/**
 * Volume of a workload.
 *
 * @param was its former name
 * @param data name of its data on the host
 * @param mount absolute path in the guest
 * @param reserve whether the host allocates its whole size at once
 */
public record Volume(
        String name,
        Optional<String> was,
        DataName data,
        Size size,
        String mount,
        boolean readOnly,
        boolean reserve,
        Origins at) {}
