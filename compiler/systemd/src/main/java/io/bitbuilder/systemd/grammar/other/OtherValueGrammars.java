package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import java.util.HashMap;
import java.util.Map;

/** Grammars of everything else: nspawn, repart, sysupdate, the resolver, the daemons' own files. */
public final class OtherValueGrammars {
    public static final Map<String, GrammarFactory> MAKERS = factories();

    private OtherValueGrammars() {}

    private static Map<String, GrammarFactory> factories() {
        Map<String, GrammarFactory> factories = new HashMap<>(NspawnValueGrammars.MAKERS);
        factories.putAll(NspawnMountValueGrammars.MAKERS);
        factories.putAll(RepartValueGrammars.MAKERS);
        factories.putAll(PartitionContentValueGrammars.MAKERS);
        factories.putAll(PcrValueGrammars.MAKERS);
        factories.putAll(SysupdateValueGrammars.MAKERS);
        factories.putAll(ResolveValueGrammars.MAKERS);
        factories.putAll(ManagerValueGrammars.MAKERS);
        factories.putAll(JournalValueGrammars.MAKERS);
        factories.putAll(SleepValueGrammars.MAKERS);
        return Map.copyOf(factories);
    }
}
