package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.NftBlock;
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

    /** Returns its chains and sets. */
    public List<BlockView> getBlocks() {
        return table.blocks().stream().map(BlockView::new).toList();
    }

    /** View of one chain or set. */
    public static final class BlockView {
        private final NftBlock block;

        BlockView(NftBlock block) {
            this.block = block;
        }

        /** Returns {@code chain} or {@code set}. */
        public NftWord getKeyword() {
            return block.keyword();
        }

        /** Returns its name. */
        public NftWord getName() {
            return block.name();
        }

        /** Returns its rules. */
        public List<NftRule> getRules() {
            return block.rules();
        }
    }
}
