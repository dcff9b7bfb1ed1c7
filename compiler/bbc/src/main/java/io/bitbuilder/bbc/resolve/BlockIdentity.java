package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.claim.BlockPath;
import io.bitbuilder.bbc.claim.ClaimField;
import io.bitbuilder.bbc.claim.ClaimMember;
import io.bitbuilder.bbc.claim.ClaimPath;
import io.bitbuilder.bbc.eval.ValueFormatter;
import io.bitbuilder.bbc.schema.Kind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Kind and key of a block and of the blocks around it: its name in messages, its path, its claims. */
record BlockIdentity(Kind kind, BlockKey key, @Nullable BlockIdentity parent) {
    /** Returns the name in messages: {@code container acme.web}, {@code attach front of container acme.web}. */
    String title() {
        if (parent == null) {
            return kind.name() + " " + key.text();
        }
        if (!kind.in().isEmpty()) {
            return kind.name() + " " + (parent.isTenant() ? parent.key.text() + "." : "") + key.text();
        }
        return key.word() + " " + key.text().replace('/', ' ') + " of " + parent.title();
    }

    /** Returns the path from the top: {@code acme/web}, {@code acme/web/attach/front}. */
    String path() {
        if (parent == null) {
            return key.text();
        }
        boolean sibling = !kind.in().isEmpty() && parent.isTenant();
        return parent.path() + "/" + (sibling ? "" : key.word() + "/") + key.text();
    }

    /** Returns the path of the claim of a field of the block. */
    ClaimPath claim(ClaimField field) {
        BlockIdentity holder = Objects.requireNonNull(parent);
        if (holder.parent == null) {
            return ClaimPath.of(new BlockPath(holder.key.text(), key.text()), field);
        }
        List<String> parts = key.values().stream().map(ValueFormatter::text).toList();
        return ClaimPath.of(
                new BlockPath(holder.parent.key.text(), holder.key.text()),
                ClaimMember.parse(key.word(), parts).orElseThrow(),
                field);
    }

    private boolean isTenant() {
        return kind.name().equals("tenant");
    }
}
