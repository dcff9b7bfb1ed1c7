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

    /** One address is listened to once; an empty value forgets those before it. */
    private static void listeners(Loaded object, Lines lines, Sink sink) {
        Set<String> taken = new HashSet<>();
        for (Assignment assignment : EffectiveSettings.of(object, lines).in("Resolve").all(LISTENER)) {
            if (!taken.add(assignment.value())) {
                sink.add(Code.SYS004, assignment.span(), LISTENER + "=: " + assignment.value() + " stands twice; systemd-resolved leaves this one out");
            }
        }
    }
}
