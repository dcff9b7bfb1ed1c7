package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.resolve.Block;
import io.bitbuilder.bbc.schema.Schema;
import io.bitbuilder.core.source.Owner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All blocks of the platform or of one tenant by keyword, without those that the standard library lends. */
final class SubjectBlocks {
    private final SubjectKinds kinds;
    private final boolean ofPlatform;
    private final Map<String, List<Block>> byWord = new HashMap<>();

    SubjectBlocks(Block root, SubjectKinds kinds) {
        this.kinds = kinds;
        this.ofPlatform = root.kind().equals("platform");
        add(root.kind(), root);
    }

    private void add(String word, Block block) {
        if (ofPlatform && block.span().file().owner() instanceof Owner.Std) {
            return;
        }
        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(block);
        if (kinds.isWorkload(block.kind())) {
            byWord.computeIfAbsent(Schema.WORKLOAD, w -> new ArrayList<>()).add(block);
        }
        kinds.in(kinds.schema().kind(block.kind()).orElseThrow())
                .keySet()
                .forEach(child -> block.blocks(child).forEach(b -> add(child, b)));
    }

    /** Returns the blocks of a keyword. */
    List<Block> of(String word) {
        return byWord.getOrDefault(word, List.of());
    }
}
