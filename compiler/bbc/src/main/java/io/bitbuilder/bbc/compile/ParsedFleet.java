package io.bitbuilder.bbc.compile;

import io.bitbuilder.bbc.syntax.SourceUnit;
import io.bitbuilder.core.source.SourceSet;
import java.util.List;

/**
 * Parsed files of a fleet.
 *
 * @param library the units of the standard library
 * @param units all others
 * @param sources the files of these, with their locks and limits
 */
public record ParsedFleet(List<SourceUnit> library, List<SourceUnit> units, SourceSet sources) {
    /** Copies. */
    public ParsedFleet {
        library = List.copyOf(library);
        units = List.copyOf(units);
    }

    /** Returns a fleet of other units, without locks, in the same limits. */
    public ParsedFleet with(List<SourceUnit> others) {
        SourceSet unlocked =
                new SourceSet(sources.programs(), sources.metadata(), List.of(), sources.data(), sources.limits());
        return new ParsedFleet(library, others, unlocked);
    }
}
