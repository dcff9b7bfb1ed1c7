package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Values that must be unique: collects their claims, then reports each claim but the first. */
public final class UniqueClaims<K extends Comparable<? super K>> {
    private final SortedMap<K, List<Claimant>> holders = new TreeMap<>();

    /** Adds a claim. */
    public void claim(K value, Claimant claimant) {
        holders.computeIfAbsent(value, v -> new ArrayList<>()).add(claimant);
    }

    /**
     * Reports all claims of a value but the first; the sentence is made of the value and the holder that must change.
     */
    public void report(CheckScope scope, Code code, BiFunction<K, Claimant, String> sentence, String why, String fix) {
        report(scope, code, sentence, why, (value, claimant) -> fix);
    }

    /** Reports the same with a fix for each claim. */
    public void report(
            CheckScope scope,
            Code code,
            BiFunction<K, Claimant, String> sentence,
            String why,
            BiFunction<K, Claimant, String> fix) {
        holders.forEach((value, claims) -> {
            claims.forEach(claimant -> scope.claimed(claimant, value));
            if (claims.size() > 1) {
                claims.sort(scope.order(claimant -> claimant, claimant -> value));
                Claimant keeps = claims.getFirst();
                for (Claimant yields : claims.subList(1, claims.size())) {
                    scope.report(Finding.of(code, yields.span(), sentence.apply(value, yields))
                            .label(yields.title() + " uses it here")
                            .also(keeps.span(), keeps.title() + " uses it")
                            .why(why)
                            .fix(fix.apply(value, yields)));
                }
            }
        });
    }
}
