package io.bitbuilder.bbc.check;

import io.bitbuilder.bbc.diagnostic.Code;
import io.bitbuilder.bbc.diagnostic.Finding;
import io.bitbuilder.bbc.fleet.Ceiling;
import io.bitbuilder.bbc.fleet.Trust;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A ceiling is named for a trust. */
final class CeilingNames implements Check {
    private static final List<String> NAMES =
            Arrays.stream(Trust.values()).map(CeilingNames::nameOf).toList();

    /** The name of the ceiling of a trust: its word. */
    static String nameOf(Trust trust) {
        return trust.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void run(Scope scope) {
        for (Ceiling ceiling : scope.platform().ceilings()) {
            if (!NAMES.contains(ceiling.name())) {
                scope.report(Finding.of(Code.SEC005, ceiling.at().block().span(),
                                "there is no trust `" + ceiling.name() + "` that this could be the ceiling of")
                        .why("a ceiling binds the tenants whose `trust` is its name")
                        .fix("name it " + String.join(", ", NAMES.subList(0, NAMES.size() - 1)) + " or " + NAMES.getLast()));
            }
        }
    }
}
