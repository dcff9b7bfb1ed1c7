package io.bitbuilder.bbc.directive;

import java.util.HashMap;
import java.util.Map;

/** Grammars of everything else: nspawn, repart, sysupdate, the resolver, the daemons' own files. */
final class OtherGrammars {
    static final Map<String, Maker> MAKERS = makers();

    private OtherGrammars() {}

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new HashMap<>(NspawnGrammars.MAKERS);
        makers.putAll(RepartGrammars.MAKERS);
        makers.putAll(SysupdateGrammars.MAKERS);
        makers.putAll(ResolveGrammars.MAKERS);
        makers.putAll(ManagerGrammars.MAKERS);
        return Map.copyOf(makers);
    }
}
