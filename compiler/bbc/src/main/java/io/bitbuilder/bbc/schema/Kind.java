package io.bitbuilder.bbc.schema;

import io.bitbuilder.core.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Schema of a block. */
public final class Kind {
    private final String name;
    private final List<String> in;
    private final KeyNotation keyNotation;
    private final MemberTable members;
    private final Optional<String> doc;
    private final Span span;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, NestedBlock> nested = new LinkedHashMap<>();

    /** Creates a kind; {@code in} names the kinds whose blocks may contain it. */
    public Kind(
            String name,
            List<String> in,
            KeyNotation keyNotation,
            MemberTable members,
            Optional<String> doc,
            Span span) {
        this.name = name;
        this.in = List.copyOf(in);
        this.keyNotation = keyNotation;
        this.members = members;
        this.doc = doc;
        this.span = span;
        flatten("", members);
    }

    /** Positional notation of the key: the names before and after the arrow; empty if there is none. */
    public record KeyNotation(List<String> before, List<String> target) {
        /** No positional notation. */
        public static final KeyNotation NONE = new KeyNotation(List.of(), List.of());

        /** Copies. */
        public KeyNotation {
            before = List.copyOf(before);
            target = List.copyOf(target);
        }
    }

    private void flatten(String prefix, MemberTable part) {
        for (Member member : part.members().values()) {
            switch (member) {
                case Field f -> fields.put(prefix + f.name(), f);
                case NestedBlock n -> {
                    nested.put(prefix + n.name(), n);
                    flatten(prefix + n.name() + ".", n.members());
                }
                case KeyedBlocks m -> {
                    // Keyed blocks are blocks of their own.
                }
            }
        }
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /**
     * Returns the kinds whose blocks may contain it; empty for a kind at the top of a file, or an element of a
     * {@code many}.
     */
    public List<String> in() {
        return in;
    }

    /** Returns the key's positional notation. */
    public KeyNotation keyNotation() {
        return keyNotation;
    }

    /** Returns its members. */
    public MemberTable members() {
        return members;
    }

    /** Returns its documentation. */
    public Optional<String> doc() {
        return doc;
    }

    /** Returns the place of its declaration. */
    public Span span() {
        return span;
    }

    /** Returns all fields, those of nested blocks with dots: {@code memory.limit}. */
    public Map<String, Field> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** Returns the field of that dotted name. */
    public Optional<Field> field(String path) {
        return Optional.ofNullable(fields.get(path));
    }

    /** Returns the nested block of that dotted name. */
    public Optional<NestedBlock> nestedBlock(String path) {
        return Optional.ofNullable(nested.get(path));
    }

    /**
     * Returns the map whose entries are written directly in the body, if the kind has no other member besides its key.
     */
    public Optional<Field> entries(List<String> key) {
        List<Member> others = members.members().values().stream()
                .filter(m -> !key.contains(m.name()))
                .toList();
        return others.size() == 1 && others.getFirst() instanceof Field f && Type.core(f.type()) instanceof Type.MapOf
                ? Optional.of(f)
                : Optional.empty();
    }

    /** Returns the keyed member of that name. */
    public Optional<KeyedBlocks> keyedBlocks(String member) {
        return members.member(member).filter(KeyedBlocks.class::isInstance).map(KeyedBlocks.class::cast);
    }
}
