package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Trust;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Checks that every ceiling has the name of a trust level. */
final class CeilingNames implements Check {
    private static final List<String> NAMES =
            Arrays.stream(Trust.values()).map(CeilingNames::nameOf).toList();

    /** Returns the name of the ceiling for a trust level: its word. */
    static String nameOf(Trust trust) {
        return trust.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void run(Scope scope) {
        for (Ceiling ceiling : scope.platform().ceilings()) {
            if (!NAMES.contains(ceiling.name())) {
                scope.report(Finding.of(Code.SEC005, ceiling.at().block().span(),
                                "unknown trust level `" + ceiling.name() + "` of a ceiling")
                        .why("a ceiling binds the tenants whose `trust` is its name")
                        .fix("name it " + String.join(", ", NAMES.subList(0, NAMES.size() - 1)) + " or " + NAMES.getLast()));
            }
        }
    }
}
