package io.bitbuilder.bbc.schema;

import java.util.List;
import java.util.Optional;

/** Keyed nested blocks of a kind, identified by their key. */
public record KeyedBlocks(String name, String kind, List<String> by, Optional<String> doc) implements Member {
    /** Copies. */
    public KeyedBlocks {
        by = List.copyOf(by);
    }
}
