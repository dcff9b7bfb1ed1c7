package io.bitbuilder.bbc.verify;

import io.bitbuilder.bbc.diagnostic.Code;
import java.util.List;

/** Rules of services that the resolver announces (systemd.dnssd(5)). */
final class DnssdRules {
    static final List<ObjectRule> ALL = List.of(DnssdRules::complete);

    private DnssdRules() {}

    private static void complete(Loaded object, Lines lines, Sink sink) {
        Accepted accepted = new Accepted(object, lines);
        for (String key : List.of("Name", "Type")) {
            if (!accepted.has("Service", key)) {
                sink.add(Code.SYS008, accepted.start(), key + "= is missing; systemd-resolved leaves the file out");
                return;
            }
        }
    }
}
