package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.KeyedBlocks;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Member;
import io.bitbuilder.bbc.schema.NestedBlock;
import io.bitbuilder.bbc.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Body around a place that is being typed.
 *
 * @param top whether the place is at the top of a file
 * @param kind kind of the block; empty if unknown
 * @param prefix path of the nested block with a dot at its end, or nothing
 * @param map map whose entries are written; empty in a block
 */
record TypedBody(boolean top, Optional<Kind> kind, String prefix, Optional<Field> map) {
    private static final Set<String> BRANCHES = Set.of("if", "else", "for");

    /** Returns the body that the open statements lead to. */
    static TypedBody of(List<String> heads, Schema schema) {
        TypedBody body = new TypedBody(true, Optional.empty(), "", Optional.empty());
        for (String head : heads) {
            List<String> words = TypedPlace.words(head);
            String first = words.isEmpty() ? "" : words.getFirst();
            body = body.top() ? outermost(first, words, schema) : body.inside(first, words, schema);
        }
        return body;
    }

    private static TypedBody outermost(String first, List<String> words, Schema schema) {
        int of = words.lastIndexOf("for");
        Optional<Kind> kind = first.equals(SymbolKey.PROFILE)
                ? of >= 0 && of + 1 < words.size() ? schema.kind(words.get(of + 1)) : Optional.empty()
                : schema.kind(first).filter(k -> k.in().isEmpty());
        // Blocks of a test are like those at the top of a file.
        return new TypedBody(first.equals("test"), kind, "", Optional.empty());
    }

    private TypedBody inside(String first, List<String> words, Schema schema) {
        if (BRANCHES.contains(first)) {
            return this;
        }
        if (first.equals("defaults") && words.size() > 1) {
            return block(schema.kind(words.get(1)));
        }
        Optional<Member> member = BodyNames.member(kind, prefix, first);
        return switch (member.orElse(null)) {
            case NestedBlock nested -> new TypedBody(false, kind, prefix + nested.name() + ".", Optional.empty());
            case Field field -> new TypedBody(false, Optional.empty(), "", Optional.of(field));
            case KeyedBlocks keyed -> block(schema.kind(keyed.kind()));
            case null -> block(kind.flatMap(k -> schema.inside(k, first)));
        };
    }

    private static TypedBody block(Optional<Kind> kind) {
        return new TypedBody(false, kind, "", Optional.empty());
    }

    /** Returns the member of that dotted path. */
    Optional<Member> member(String path) {
        String at = prefix;
        Optional<Member> found = Optional.empty();
        for (String part : path.split("\\.")) {
            found = BodyNames.member(kind, at, part);
            at = at + part + ".";
        }
        return found;
    }
}
