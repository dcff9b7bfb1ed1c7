package io.bitbuilder.bbc.artefact;

import java.util.List;

/**
 * A tenant's part of the firewall of one host: its chains and sets in the tables of
 * {@code stdlib/host/etc/bbc/host/base.nft}, and its elements of their maps and sets. {@code firewall.sh} removes the
 * former part of the tenant in the same transaction.
 */
public record NftFile(String path, ArtefactKind kind, Banner banner, List<Table> tables, List<NftRule> elements)
        implements Artefact {
    /** Copies. */
    public NftFile {
        tables = List.copyOf(tables);
        elements = List.copyOf(elements);
    }

    /** Table {@code bbc} of one family. */
    public record Table(NftWord family, List<NftBlock> blocks) {
        /** Copies. */
        public Table {
            blocks = List.copyOf(blocks);
        }
    }
}
