package io.bitbuilder.bbc.verify;

import java.util.List;

/** Rules of units: what makes the manager refuse one after it has read it. */
final class UnitRules {
    static final List<ObjectRule> ALL = List.of();

    private UnitRules() {}
}
