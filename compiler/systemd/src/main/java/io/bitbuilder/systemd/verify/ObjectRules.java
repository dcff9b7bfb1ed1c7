package io.bitbuilder.systemd.verify;

import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.ObjectRule;
import io.bitbuilder.systemd.rule.network.LinkRules;
import io.bitbuilder.systemd.rule.network.NetdevRules;
import io.bitbuilder.systemd.rule.unit.UnitRules;
import java.util.List;

/** Rules of whole objects, by kind of file. */
final class ObjectRules {
    private ObjectRules() {}

    static List<ObjectRule> of(FileKind kind) {
        if (kind.isUnit()) {
            return UnitRules.ALL;
        }
        return switch (kind) {
            case NETWORK -> List.of();
            case NETDEV -> NetdevRules.ALL;
            case LINK -> LinkRules.ALL;
            default -> OtherRules.of(kind);
        };
    }
}
