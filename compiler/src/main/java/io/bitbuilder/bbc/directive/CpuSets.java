package io.bitbuilder.bbc.directive;

import io.bitbuilder.bbc.literal.Numbers;
import io.bitbuilder.bbc.literal.Splitter;
import io.bitbuilder.bbc.value.IntRange;
import io.bitbuilder.bbc.value.Parsed;
import java.util.List;
import java.util.Set;

/** Sets of processors or memory nodes: numbers and ranges between blanks and commas, at most 8191. */
final class CpuSets {
    private static final int MAX = 8191;

    private CpuSets() {}

    /** What is no range is left out. */
    static List<Complaint> judge(String value) {
        return Parts.each(new Splitter(value, Splitter.BLANKS + ",", Set.of(Splitter.Flag.UNQUOTE)), word -> Parts.asPart(Parts.fine(range(word))));
    }

    private static Parsed<IntRange> range(String word) {
        return Numbers.range(word).then(r -> r.first() <= r.last() && r.last() <= MAX ? Parsed.good(r) : Parsed.bad("'" + word + "' is no range of 0 to " + MAX));
    }
}
