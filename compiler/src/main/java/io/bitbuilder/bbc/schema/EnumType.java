package io.bitbuilder.bbc.schema;

import io.bitbuilder.bbc.source.Span;
import java.util.List;

/** An enum; the words of an ordered one compare by their place. */
public record EnumType(String name, boolean ordered, List<String> words, Span span) {
    /** Copies. */
    public EnumType {
        words = List.copyOf(words);
    }

    /** The place of a word, -1 when it has no such word. */
    public int indexOf(String word) {
        return words.indexOf(word);
    }
}
