package io.bitbuilder.bbc.lsp;

import io.bitbuilder.bbc.schema.EnumType;
import io.bitbuilder.bbc.schema.Kind;
import io.bitbuilder.bbc.schema.Member;
import io.bitbuilder.core.source.Span;
import java.util.List;
import java.util.Optional;

/** Name in a program with its meaning. */
sealed interface NameUse {
    /** Returns the characters of the name. */
    Span span();

    /** Keyword of a block: {@code container}, {@code attach}. */
    record OfKind(Span span, Kind kind) implements NameUse {}

    /**
     * Member of a kind: {@code memory}, {@code memory.limit}.
     *
     * @param path name with the nested blocks around it
     */
    record OfMember(Span span, Kind kind, String path, Member member) implements NameUse {}

    /** Member of an enum. */
    record OfWord(Span span, EnumType type) implements NameUse {}

    /** Declaration of a name. */
    record Declares(Span span, SymbolKey key, Span whole, Optional<String> doc) implements NameUse {}

    /** Reference to a name: the first of the candidates that is declared. */
    record Refers(Span span, List<SymbolKey> candidates) implements NameUse {}
}
