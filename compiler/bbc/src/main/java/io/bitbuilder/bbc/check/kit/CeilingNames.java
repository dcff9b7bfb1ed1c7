package io.bitbuilder.bbc.check.kit;

import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Trust;
import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.core.diagnostic.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Checks that every ceiling has the name of a trust level. */
public final class CeilingNames implements Check {
    private static final List<String> NAMES =
            Arrays.stream(Trust.values()).map(CeilingNames::nameOf).toList();

    /** Returns the name of the ceiling for a trust level: its word. */
    public static String nameOf(Trust trust) {
        return trust.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void run(CheckScope scope) {
        for (Ceiling ceiling : scope.platform().ceilings()) {
            if (!NAMES.contains(ceiling.name())) {
                scope.report(Finding.of(
                                Code.UNKNOWN_TRUST,
                                ceiling.at().block().span(),
                                "unknown trust level `" + ceiling.name() + "` of a ceiling")
                        .why("a ceiling binds the tenants whose `trust` is its name")
                        .fix("name it " + String.join(", ", NAMES.subList(0, NAMES.size() - 1)) + " or "
                                + NAMES.getLast()));
            }
        }
    }
}
