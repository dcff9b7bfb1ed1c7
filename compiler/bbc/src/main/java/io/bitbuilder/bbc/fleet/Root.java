package io.bitbuilder.bbc.fleet;

import io.bitbuilder.core.scalar.Size;
import java.util.Optional;

/** Root file system of a workload: persistent if it has a size. */
public record Root(Optional<Size> size) {
    private static final Size COPY = new Size(4L << 30);

    /**
     * Returns the bytes that it may take on the host's disk. Without a size, a machine starts from a copy of its image,
     * which {@code disk.sh} refuses to make of a larger one, and a container shares its image.
     *
     * @param size of a persistent root
     */
    public static long bytes(Optional<Size> size, boolean machine) {
        return size.or(() -> Optional.of(COPY).filter(copy -> machine))
                .map(Size::bytes)
                .orElse(0L);
    }
}
