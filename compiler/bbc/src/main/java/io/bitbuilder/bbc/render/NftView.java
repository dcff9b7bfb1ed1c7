package io.bitbuilder.bbc.render;

import io.bitbuilder.bbc.artefact.NftChain;
import io.bitbuilder.bbc.artefact.NftFile;
import io.bitbuilder.bbc.artefact.NftRule;
import io.bitbuilder.bbc.artefact.NftWord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the template of a firewall sees: one table. */
public final class NftView {
    private final NftFile.Table table;

    NftView(NftFile.Table table) {
        this.table = table;
    }

    /** Family of the table. */
    public NftWord getFamily() {
        return table.family();
    }

    /** Its name. */
    public NftWord getName() {
        return table.name();
    }

    /** Its chains. */
    public List<ChainView> getChains() {
        return table.chains().stream().map(ChainView::new).toList();
    }

    /** One chain. */
    public static final class ChainView {
        private final NftChain chain;

        ChainView(NftChain chain) {
            this.chain = chain;
        }

        /** Its name. */
        public NftWord getName() {
            return chain.name();
        }

        /** Where it hangs; null for a chain that rules jump to. */
        public @Nullable HookView getHook() {
            return chain.hook().map(HookView::new).orElse(null);
        }

        /** Its rules. */
        public List<NftRule> getRules() {
            return chain.rules();
        }
    }

    /** The hook of a base chain. */
    public static final class HookView {
        private final NftChain.Hook hook;

        HookView(NftChain.Hook hook) {
            this.hook = hook;
        }

        /** Type of the chain. */
        public NftWord getType() {
            return hook.type();
        }

        /** Hook. */
        public NftWord getHook() {
            return hook.hook();
        }

        /** Priority by name. */
        public NftWord getPriority() {
            return hook.priority();
        }
    }
}
