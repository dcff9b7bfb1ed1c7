package io.bitbuilder.bbc.artefact;

import java.util.List;

/**
 * Tables of a tenant on one host. Loading the file is idempotent: each table is declared, deleted, and declared with
 * its chains, in one transaction.
 */
public record NftFile(String path, ArtefactKind kind, Banner banner, List<Table> tables) implements Artefact {
    /** Copies. */
    public NftFile {
        tables = List.copyOf(tables);
    }

    /** Table of one family. */
    public record Table(NftWord family, NftWord name, List<NftChain> chains) {
        /** Copies. */
        public Table {
            chains = List.copyOf(chains);
        }
    }
}
