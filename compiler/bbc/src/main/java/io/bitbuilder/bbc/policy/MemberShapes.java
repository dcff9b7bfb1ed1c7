package io.bitbuilder.bbc.policy;

import io.bitbuilder.bbc.schema.Field;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Type;
import io.bitbuilder.bbc.syntax.Name;
import java.util.List;
import java.util.Set;

/**
 * Members of blocks as a policy names them, by the kinds alone.
 *
 * @see SubjectEntity for their values
 */
record MemberShapes(SubjectKinds kinds) {
    /** Returns the names after the dot of such a value. */
    Set<String> known(Kind kind, String prefix) {
        return prefix.isEmpty()
                ? kinds.names(kind)
                : kind.nestedBlock(prefix.substring(0, prefix.length() - 1))
                        .orElseThrow()
                        .members()
                        .members()
                        .keySet();
    }

    /** Returns what a name after the dot is; unknown if the kind has none. */
    PolicyShape member(Name name, Kind kind, String prefix) {
        String path = prefix + name.text();
        if (kind.field(path).isPresent()) {
            return field(kind.field(path).get());
        }
        if (kind.nestedBlock(path).isPresent()) {
            PolicyShape nested = new PolicyShape.OfBlock(List.of(kind), path + ".");
            return kind.nestedBlock(path).get().optional() ? new PolicyShape.Maybe(nested) : nested;
        }
        return prefix.isEmpty() ? implied(name.text(), kind) : PolicyShape.UNKNOWN;
    }

    private PolicyShape field(Field field) {
        PolicyShape shape = Type.core(field.type()) instanceof Type.Ref(String kind)
                ? new PolicyShape.OfBlock(kinds.schema().referred(kind), "")
                : new PolicyShape.Plain(field.type());
        return Type.isOptional(field.type()) ? new PolicyShape.Maybe(shape) : shape;
    }

    private PolicyShape implied(String word, Kind kind) {
        Kind inner = kinds.in(kind).get(word);
        if (inner != null) {
            return new PolicyShape.ListOf(new PolicyShape.OfBlock(List.of(inner), ""));
        }
        return ImpliedName.of(kinds, kind, word).map(name -> name.shape(kinds)).orElse(PolicyShape.UNKNOWN);
    }
}
