package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.conf.Assignment;
import io.bitbuilder.bbc.diagnostic.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of resolved.conf(5). */
final class ResolvedConfRules {
    static final List<ObjectRule> ALL = List.of(ResolvedConfRules::listeners);

    private static final String LISTENER = "DNSStubListenerExtra";

    private ResolvedConfRules() {}

    /** Reports duplicate listeners since the last reset. */
    private static void listeners(Loaded object, Lines lines, Sink sink) {
        Set<String> addresses = new HashSet<>();
        for (Assignment assignment : EffectiveSettings.of(object, lines).in("Resolve").all(LISTENER)) {
            if (!addresses.add(assignment.value())) {
                sink.add(Code.SYS004, assignment.span(), LISTENER + "=: duplicate address " + assignment.value() + "; systemd-resolved ignores it");
            }
        }
    }
}
