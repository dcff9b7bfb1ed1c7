package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.diagnostic.Code;
import java.util.List;

/** Rules of DNS-SD services (systemd.dnssd(5)). */
final class DnssdRules {
    static final List<ObjectRule> ALL = List.of(DnssdRules::complete);

    private DnssdRules() {}

    private static void complete(Loaded object, Lines lines, Sink sink) {
        EffectiveSettings service = EffectiveSettings.of(object, lines).in("Service");
        for (String key : List.of("Name", "Type")) {
            if (!service.has(key)) {
                sink.add(Code.SYS008, object.start(), "missing " + key + "=; systemd-resolved ignores the file");
                return;
            }
        }
    }
}
