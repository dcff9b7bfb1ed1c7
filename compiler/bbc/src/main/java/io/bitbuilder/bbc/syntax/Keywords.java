package io.bitbuilder.bbc.syntax;

import io.bitbuilder.bbc.grammar.BbcLexer;
import java.util.List;
import java.util.stream.IntStream;

/** Words of the grammar, for editors. */
public final class Keywords {
    private Keywords() {}

    /** Returns the words that are no names anywhere, in the order of the grammar. */
    public static List<String> reserved() {
        return words(BbcLexer.USE, BbcLexer.HOST);
    }

    /** Returns the words that are keywords in one context and names everywhere else. */
    public static List<String> contextual() {
        return words(BbcLexer.KIND, BbcLexer.PRIVATE);
    }

    private static List<String> words(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(BbcLexer.VOCABULARY::getLiteralName)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .toList();
    }
}
