package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.NftChain;
import io.bitbuilder.bbc.artefact.NftFile;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** View of one nft table for the template. */
public final class NftView {
    private final NftFile.Table table;

    NftView(NftFile.Table table) {
        this.table = table;
    }

    /** Returns the family of the table. */
    public NftWord getFamily() {
        return table.family();
    }

    /** Returns its name. */
    public NftWord getName() {
        return table.name();
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

        /** Returns its hook; null for a chain that rules jump to. */
        public @Nullable HookView getHook() {
            return chain.hook().map(HookView::new).orElse(null);
        }

        /** Returns its rules. */
        public List<NftRule> getRules() {
            return chain.rules();
        }
    }

    /** View of the hook of a base chain. */
    public static final class HookView {
        private final NftChain.Hook hook;

        HookView(NftChain.Hook hook) {
            this.hook = hook;
        }

        /** Returns the type of the chain. */
        public NftWord getType() {
            return hook.type();
        }

        /** Returns the hook. */
        public NftWord getHook() {
            return hook.hook();
        }

        /** Returns the named priority. */
        public NftWord getPriority() {
            return hook.priority();
        }
    }
}
