package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.NftChain;
import io.bitbuilder.bbc.artefact.NftFile;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import java.util.List;

/** View of a table of nft for the template. */
public final class NftView {
    private final NftFile.Table table;

    NftView(NftFile.Table table) {
        this.table = table;
    }

    /** Returns the family of the table. */
    public NftWord getFamily() {
        return table.family();
    }

    /** Returns its chains. */
    public List<ChainView> getChains() {
        return table.chains().stream().map(ChainView::new).toList();
    }

    /** View of one chain. */
    public static final class ChainView {
        private final NftChain chain;

        ChainView(NftChain chain) {
            this.chain = chain;
        }

        /** Returns its name. */
        public NftWord getName() {
            return chain.name();
        }

        /** Returns its rules. */
        public List<NftRule> getRules() {
            return chain.rules();
        }
    }
}
