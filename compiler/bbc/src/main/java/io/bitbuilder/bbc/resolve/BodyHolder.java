package io.bitbuilder.bbc.resolve;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.MemberTable;
import io.bitbuilder.bbc.schema.NestedBlock;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Name;
import io.bitbuilder.bbc.syntax.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Body with what its statements set.
 *
 * @param kind the kind of the block, if its body is not that of a nested block
 * @param entry type of the values of a map, whose entries have any name
 */
record BodyHolder(Optional<Kind> kind, MemberTable members, Optional<Type> entry, String prefix) {
    static BodyHolder of(Kind kind) {
        return new BodyHolder(Optional.of(kind), kind.members(), Optional.empty(), "");
    }

    BodyHolder nested(NestedBlock block) {
        return new BodyHolder(Optional.empty(), block.members(), Optional.empty(), prefix + block.name() + ".");
    }

    BodyHolder map(Field field) {
        Optional<Type> value =
                Type.core(field.type()) instanceof Type.MapOf(Type k, Type v) ? Optional.of(v) : Optional.empty();
        return new BodyHolder(Optional.empty(), new MemberTable(List.of()), value, prefix + field.name() + ".");
    }

    /** Returns the place of a value; an unknown member is reported elsewhere, and its value can be anything. */
    Place place(Stmt.Field stmt) {
        List<Name> path = stmt.path();
        String what = "`" + prefix + path.stream().map(Name::text).collect(Collectors.joining(".")) + "`";
        if (entry.isPresent()) {
            return Place.of(entry.get(), what);
        }
        MemberTable table = members;
        for (Name name : path) {
            switch (table.member(name.text()).orElse(null)) {
                case Field f -> {
                    boolean last = name == path.getLast();
                    return last
                            ? Place.of(f.type(), what)
                            : map(f).entry.map(v -> Place.of(v, what)).orElse(Place.OPEN);
                }
                case NestedBlock n -> table = n.members();
                case null, default -> {
                    return Place.OPEN;
                }
            }
        }
        return Place.OPEN;
    }
}
