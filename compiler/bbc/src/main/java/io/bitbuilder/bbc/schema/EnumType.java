package io.bitbuilder.bbc.schema;

import io.bitbuilder.core.source.Span;
import java.util.List;

/** Enum; members of an ordered one compare by position. */
public record EnumType(String name, boolean ordered, List<String> words, Span span) {
    /** Copies. */
    public EnumType {
        words = List.copyOf(words);
    }

    /** Returns the position of a member, -1 if unknown. */
    public int indexOf(String word) {
        return words.indexOf(word);
    }
}
