package io.bitbuilder.systemd.grammar.other;

import io.bitbuilder.systemd.grammar.common.GrammarFactory;
import java.util.HashMap;
import java.util.Map;

/** Grammars of everything else: nspawn, repart, sysupdate, the resolver, the daemons' own files. */
public final class OtherValueGrammars {
    public static final Map<String, GrammarFactory> MAKERS = makers();

    private OtherValueGrammars() {}

    private static Map<String, GrammarFactory> makers() {
        Map<String, GrammarFactory> makers = new HashMap<>(NspawnValueGrammars.MAKERS);
        makers.putAll(NspawnMountValueGrammars.MAKERS);
        makers.putAll(RepartValueGrammars.MAKERS);
        makers.putAll(PartitionContentValueGrammars.MAKERS);
        makers.putAll(PcrValueGrammars.MAKERS);
        makers.putAll(SysupdateValueGrammars.MAKERS);
        makers.putAll(ResolveValueGrammars.MAKERS);
        makers.putAll(ManagerValueGrammars.MAKERS);
        makers.putAll(JournalValueGrammars.MAKERS);
        makers.putAll(SleepValueGrammars.MAKERS);
        return Map.copyOf(makers);
    }
}
