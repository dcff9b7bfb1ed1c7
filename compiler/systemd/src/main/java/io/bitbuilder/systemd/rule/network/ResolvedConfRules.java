package io.bitbuilder.systemd.rule.network;

import io.bitbuilder.core.diagnostic.Code;
import io.bitbuilder.systemd.conf.Assignment;
import io.bitbuilder.systemd.object.ConfigObject;
import io.bitbuilder.systemd.object.EffectiveSettings;
import io.bitbuilder.systemd.object.FindingSink;
import io.bitbuilder.systemd.object.LineChecker;
import io.bitbuilder.systemd.object.ObjectRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of resolved.conf(5). */
public final class ResolvedConfRules {
    public static final List<ObjectRule> ALL = List.of(ResolvedConfRules::listeners);

    private static final String LISTENER = "DNSStubListenerExtra";

    private ResolvedConfRules() {}

    /** Reports duplicate listeners since the last reset. */
    private static void listeners(ConfigObject object, LineChecker checker, FindingSink sink) {
        Set<String> addresses = new HashSet<>();
        for (Assignment assignment :
                EffectiveSettings.of(object, checker).in("Resolve").all(LISTENER)) {
            if (!addresses.add(assignment.value())) {
                sink.add(
                        Code.INVALID_DIRECTIVE_VALUE,
                        assignment.span(),
                        LISTENER + "=: duplicate address " + assignment.value() + "; systemd-resolved ignores it");
            }
        }
    }
}
