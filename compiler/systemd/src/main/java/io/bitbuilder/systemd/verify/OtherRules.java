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
        return switch (kind) {
            case NSPAWN -> NspawnRules.ALL;
            case REPART_D -> RepartRules.ALL;
            case SYSUPDATE_TRANSFER -> SysupdateRules.ALL;
            case DNSSD -> DnssdRules.ALL;
            case NETWORKD_CONF -> NetworkdConfRules.ALL;
            case RESOLVED_CONF -> ResolvedConfRules.ALL;
            default -> List.of();
        };
    }
}
