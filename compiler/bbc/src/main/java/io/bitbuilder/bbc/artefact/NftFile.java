package io.bitbuilder.bbc.artefact;

import java.util.List;

/**
 * The tables of a tenant on one host. Each is written so that loading the file twice is loading it once: declared,
 * deleted, declared with its chains, in one transaction.
 */
public record NftFile(String path, Banner banner, List<Table> tables) implements Artefact {
    /** Copies. */
    public NftFile {
        tables = List.copyOf(tables);
    }

    /** A table of one family. */
    public record Table(NftWord family, NftWord name, List<NftChain> chains) {
        /** Copies. */
        public Table {
            chains = List.copyOf(chains);
        }
    }
}
