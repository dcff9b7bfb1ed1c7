package io.bitbuilder.bbc.verify;

import java.util.List;

/** Rules of all other files: nspawn, repart, sysupdate, and the configuration of daemons. */
final class OtherRules {
    private OtherRules() {}

    static List<ObjectRule> of(Kind kind) {
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
