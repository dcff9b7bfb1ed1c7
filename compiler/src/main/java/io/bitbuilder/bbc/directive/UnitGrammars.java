package io.bitbuilder.bbc.directive;

import java.util.Map;

/** Grammars of units (systemd.unit(5) and the pages of each type). */
final class UnitGrammars {
    static final Map<String, Maker> MAKERS = Map.of();

    private UnitGrammars() {}
}
