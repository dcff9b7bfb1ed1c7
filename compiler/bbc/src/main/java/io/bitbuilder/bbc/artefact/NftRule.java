package io.bitbuilder.bbc.artefact;

import io.bitbuilder.bbc.fleet.Origin;
import java.util.List;
import java.util.stream.Collectors;

/** One rule of a chain as words. */
public record NftRule(List<NftWord> words, Origin origin) {
    /** Copies. */
    public NftRule {
        words = List.copyOf(words);
    }

    /**
     * Returns a rule in the notation of nft, with {@code ?} for each value: {@code rule(origin, "iifname ? accept",
     * iface)}. The pattern is bbc's own, the values are typed.
     */
    public static NftRule of(Origin origin, String pattern, NftWord... values) {
        return new NftRule(NftWord.sentence(pattern, values), origin);
    }

    @Override
    public String toString() {
        return words.stream().map(NftWord::text).collect(Collectors.joining(" "));
    }
}
