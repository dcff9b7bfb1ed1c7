package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.MemberTable;
import java.util.List;

/**
 * Context of a body in {@link BodyCheck}: the kind of its block, the nested block in it, the visible names.
 *
 * @param prefix path of the nested block, ending with a dot; empty directly in the block
 * @param keys fields that the labels of the block set
 * @param direct whether the body is directly in its block, not under a condition
 */
record BodyContext(
        Kind kind, String prefix, MemberTable members, DeclaredNames names, List<String> keys, boolean direct) {
    /** Returns the context of the body of a block. */
    static BodyContext of(Kind kind, DeclaredNames names, List<String> keys, boolean direct) {
        return new BodyContext(kind, "", kind.members(), names, keys, direct);
    }

    /** Returns the context of a branch or a loop in this body. */
    BodyContext guarded() {
        return new BodyContext(kind, prefix, members, names, keys, false);
    }

    /** Returns the name of the block in messages. */
    String title() {
        return prefix.isEmpty()
                ? "`" + kind.name() + "`"
                : "`" + prefix.substring(0, prefix.length() - 1) + "` of `" + kind.name() + "`";
    }
}
