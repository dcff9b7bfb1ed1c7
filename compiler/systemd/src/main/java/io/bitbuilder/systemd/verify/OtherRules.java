package io.bitbuilder.systemd.verify;

import io.bitbuilder.systemd.object.FileKind;
import io.bitbuilder.systemd.object.ObjectRule;
import io.bitbuilder.systemd.rule.image.NspawnRules;
import io.bitbuilder.systemd.rule.image.RepartRules;
import io.bitbuilder.systemd.rule.image.SysupdateRules;
import io.bitbuilder.systemd.rule.network.DnssdRules;
import io.bitbuilder.systemd.rule.network.NetworkdConfRules;
import io.bitbuilder.systemd.rule.network.ResolvedConfRules;
import java.util.List;

/** Rules of all other files: nspawn, repart, sysupdate, and the configuration of daemons. */
final class OtherRules {
    private OtherRules() {}

    static List<ObjectRule> of(FileKind kind) {
        return switch (kind.name()) {
            case "nspawn" -> NspawnRules.ALL;
            case "repart.d" -> RepartRules.ALL;
            case "sysupdate.transfer" -> SysupdateRules.ALL;
            case "dnssd" -> DnssdRules.ALL;
            case "networkd.conf" -> NetworkdConfRules.ALL;
            case "resolved.conf" -> ResolvedConfRules.ALL;
            default -> List.of();
        };
    }
}
