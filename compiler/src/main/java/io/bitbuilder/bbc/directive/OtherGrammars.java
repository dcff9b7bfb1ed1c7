package io.bitbuilder.bbc.directive;

import java.util.Map;

/** Grammars of everything else: nspawn, repart, sysupdate, the daemons' own files, tables of lines. */
final class OtherGrammars {
    static final Map<String, Maker> MAKERS = Map.of();

    private OtherGrammars() {}
}
