package io.bitbuilder.bbc.verify;

import java.util.List;

/** Rules of whole objects, by kind of file. */
final class ObjectRules {
    private ObjectRules() {}

    static List<ObjectRule> of(Kind kind) {
        if (kind.isUnit()) {
            return UnitRules.ALL;
        }
        return switch (kind.name()) {
            case "network" -> List.of();
            case "netdev" -> NetdevRules.ALL;
            case "link" -> LinkRules.ALL;
            default -> OtherRules.of(kind);
        };
    }
}
